"""Oscar's seam for what staff do to orders in the dashboard."""

from typing import Any

from django.utils.translation import gettext as _
from oscar.apps.order import processing
from oscar.apps.order.exceptions import InvalidOrderStatus

from .progress import StepRefused, order_move
from .wording import order_status_label


class EventHandler(processing.EventHandler):
    """A new status of the order moves its consignments and its stock with it."""

    def handle_order_status_change(self, order: Any, new_status: str, note_msg: str | None = None) -> None:
        if new_status not in order.available_statuses():
            now, then = order_status_label(order.status), order_status_label(new_status)
            raise InvalidOrderStatus(_("“{then}” cannot follow “{now}”.").format(then=then, now=now))
        try:
            order_move(order=order, status=new_status, actor=self.user)
        except StepRefused as error:
            raise InvalidOrderStatus(str(error)) from error
        if note_msg:
            self.create_note(order, note_msg)
