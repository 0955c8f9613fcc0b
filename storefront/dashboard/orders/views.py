"""Order screens of the dashboard. Seeing needs `view_order`, every post needs `change_order` as well."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from oscar.apps.dashboard.orders import views
from oscar.apps.order.exceptions import InvalidOrderStatus

from storefront.dashboard.selectors import order_figures
from storefront.order.models import DeclaredBy, ParcelStatus
from storefront.order.progress import StepRefused, consignment_advance
from storefront.order.selectors import order_status_label

CHANGE = "order.change_order"


def _key(typed: str) -> int:
    """A primary key from a form; 0, which nothing has, for what is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0


class ChangeGuardMixin:
    """Oscar's own views take posts from whoever may look: a read-only role could cancel orders."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(CHANGE):  # type: ignore[union-attr]
            raise PermissionDenied
        return super().post(request, *args, **kwargs)  # type: ignore[misc,no-any-return]


class OrderListView(ChangeGuardMixin, views.OrderListView):
    def change_order_status(self, request: HttpRequest, order: Any) -> None:
        try:
            super().change_order_status(request, order)
        except InvalidOrderStatus as error:
            messages.error(request, f"{order.number}: {error}")


class OrderDetailView(ChangeGuardMixin, views.OrderDetailView):
    """Orders move by their consignments. Oscar's line and payment events know nothing of these and are not offered."""

    order_actions = ("save_note", "delete_note", "change_order_status", "move_consignment")
    line_actions = ()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["consignments"] = self.object.consignments.prefetch_related("events", "lines")
        context["status_label"] = order_status_label(self.object.status)
        context["changes"] = [
            (order_status_label(change.old_status), order_status_label(change.new_status), change.date_created)
            for change in self.object.status_changes.all()
        ]
        context["may_change"] = self.request.user.has_perm(CHANGE)
        return context

    def move_consignment(self, request: HttpRequest, order: Any) -> HttpResponse:
        """The producer's word, entered by staff until producers have a portal of their own."""
        consignment = get_object_or_404(order.consignments, pk=_key(request.POST.get("consignment", "")))
        status = request.POST.get("parcel_status", "")
        if status not in ParcelStatus.values:
            return self.reload_page(error=_("Choose a step."))  # type: ignore[no-any-return]
        try:
            consignment_advance(
                consignment=consignment,
                status=status,
                declared_by=DeclaredBy.PARTNER,
                actor=request.user,  # type: ignore[arg-type]
                note=request.POST.get("note", "")[:200],
                tracking_number=request.POST.get("tracking_number", "")[:40],
            )
        except StepRefused as error:
            return self.reload_page(error=str(error))  # type: ignore[no-any-return]
        return self.reload_page(fragment="consignments")  # type: ignore[no-any-return]


class LineDetailView(views.LineDetailView):
    pass


class ShippingAddressUpdateView(ChangeGuardMixin, views.ShippingAddressUpdateView):
    pass


class OrderStatsView(views.OrderStatsView):
    def get_stats(self, filters: dict[str, Any]) -> dict[str, Any]:
        """Totals without cancelled orders; the breakdown by status still lists them."""
        figures = order_figures(Q(**filters))
        return super().get_stats(filters) | {
            "total_orders": figures["orders"],
            "total_lines": figures["lines"],
            "total_revenue": figures["revenue"],
        }
