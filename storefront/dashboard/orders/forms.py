"""Oscar's order forms, with statuses in words and only steps that work."""

from typing import Any

from oscar.apps.dashboard.orders import forms

from storefront.order.models import Order
from storefront.order.selectors import order_status_label
from storefront.order.steps import order_steps


class OrderSearchForm(forms.OrderSearchForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(code, order_status_label(code)) for code in Order.all_statuses()]
        self.fields["status"].choices = [("", "---------"), *labels]


class OrderStatusForm(forms.OrderStatusForm):
    def __init__(self, order: Order, *args: Any, **kwargs: Any) -> None:
        super().__init__(order, *args, **kwargs)
        self.fields["new_status"].choices = order_steps(order)
