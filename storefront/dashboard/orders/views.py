"""Order screens of the dashboard. Seeing needs `view_order`, every post needs `change_order` as well."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from oscar.apps.dashboard.orders import views
from oscar.apps.order.exceptions import InvalidOrderStatus

from catalog.clock import VIETNAM
from catalog.places.selectors import path_of_names
from storefront import phones
from storefront.dashboard.selectors import every_order, order_figures, orders_matching
from storefront.order.amounts import order_amounts
from storefront.order.models import DeclaredBy, Line, Order, ParcelStatus, ShippingAddress
from storefront.order.progress import StepRefused, consignment_advance
from storefront.order.steps import order_steps
from storefront.order.wording import order_status_label

from .forms import ParcelStepForm

CHANGE = "order.change_order"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _key(typed: str) -> int:
    """A primary key from a form; 0, which nothing has, for what is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0


def _no_formula(value: Any) -> Any:
    """Spreadsheets run a text that begins like a formula, and buyers write these texts."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


class ChangeGuardMixin:
    """Oscar's own views take posts from whoever may look: a read-only role could cancel orders."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(CHANGE):  # type: ignore[union-attr]
            raise PermissionDenied
        return super().post(request, *args, **kwargs)  # type: ignore[misc,no-any-return]


class OrderListView(ChangeGuardMixin, views.OrderListView):
    CSV_COLUMNS = {  # noqa: RUF012  Oscar's name, read only
        "number": gettext_lazy("Order number"),
        "date": gettext_lazy("Placed at"),
        "status": gettext_lazy("State of the order"),
        "name": gettext_lazy("Recipient"),
        "phone": gettext_lazy("Phone"),
        "place": gettext_lazy("Deliver to"),
        "num_items": gettext_lazy("Number of items"),
        "total": gettext_lazy("Total, đồng"),
        "due": gettext_lazy("Still to pay on delivery, đồng"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Oscar's shows orders of their own partners to users without the flag `is_staff`; nobody enters as partner."""
        self.base_queryset = every_order()
        return super(views.OrderListView, self).dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def get_queryset(self) -> QuerySet[Order]:
        self.form = self.form_class(self.request.GET or None)
        orders = orders_matching(**self.form.conditions()) if self.form.is_valid() else every_order()
        sorted_orders: QuerySet[Order] = views.sort_queryset(orders, self.request, ["number", "total_incl_tax"])
        return sorted_orders

    def get_search_filter_descriptions(self) -> list[str]:
        return [str(value) for value in self.form.conditions().values() if value] if self.form.is_valid() else []

    def get_row_values(self, order: Any) -> dict[str, Any]:
        address, amounts = order.shipping_address, order_amounts(order)
        values = {
            "number": order.number,
            "date": f"{timezone.localtime(order.date_placed, VIETNAM):%d/%m/%Y %H:%M}",
            "status": order_status_label(order.status),
            "name": address.first_name if address else "",
            "phone": phones.display(order.phone) if order.phone else "",
            "place": path_of_names(address.line3, address.line4, after=address.line1) if address else "",
            "num_items": order.num_items,
            "total": amounts.total,
            "due": amounts.due,
        }
        return {column: _no_formula(value) for column, value in values.items()}

    def change_order_status(self, request: HttpRequest, order: Any) -> None:
        status = request.POST.get("new_status", "")
        try:
            self.get_handler(user=request.user).handle_order_status_change(order, status)
        except InvalidOrderStatus as error:
            messages.error(request, f"{order.number}: {error}")
        else:
            told = _("{number} is now: {status}").format(number=order.number, status=order_status_label(status))
            messages.success(request, told)


class OrderDetailView(ChangeGuardMixin, views.OrderDetailView):
    """Orders move by their consignments. Oscar's line and payment events know nothing of these and are not offered."""

    order_actions = ("save_note", "delete_note", "change_order_status", "move_consignment")
    line_actions = ()

    def get_object(self, queryset: Any = None) -> Order:
        order: Order = get_object_or_404(every_order(), number=self.kwargs["number"])
        return order

    def get_order_lines(self) -> QuerySet[Line]:
        lines: QuerySet[Line] = self.object.lines.select_related("consignment")
        return lines

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["consignments"] = self.object.consignments.prefetch_related("events", "lines")
        context["amounts"] = order_amounts(self.object)
        context["status_label"] = order_status_label(self.object.status)
        context["phone"] = phones.display(self.object.phone) if self.object.phone else ""
        context["changes"] = [
            (order_status_label(change.old_status), order_status_label(change.new_status), change.date_created)
            for change in self.object.status_changes.all()
        ]
        steps = order_steps(self.object)
        context["steps"] = [step for step in steps if step[0] != "cancelled"]
        context["may_cancel"] = len(context["steps"]) < len(steps)
        context["may_change"] = self.request.user.has_perm(CHANGE)
        return context

    def change_order_status(self, request: HttpRequest, order: Any) -> HttpResponse:
        form = self.get_order_status_form()
        if not form.is_valid():
            return self.reload_page(error=_("Choose a step."))  # type: ignore[no-any-return]
        status = form.cleaned_data["new_status"]
        try:
            self.get_handler(user=request.user).handle_order_status_change(order, status)
        except InvalidOrderStatus as error:
            return self.reload_page(error=str(error))  # type: ignore[no-any-return]
        told = _("{number} is now: {status}").format(number=order.number, status=order_status_label(status))
        messages.success(request, told)
        return self.reload_page()  # type: ignore[no-any-return]

    def move_consignment(self, request: HttpRequest, order: Any) -> HttpResponse:
        """What staff know of a parcel until producers have a portal of their own: the buyer reads who recorded it."""
        consignment = get_object_or_404(order.consignments, pk=_key(request.POST.get("consignment", "")))
        form = ParcelStepForm(consignment.status, request.POST)
        if not form.is_valid():
            return self.reload_page(error=form.first_error())  # type: ignore[no-any-return]
        step = form.cleaned_data
        try:
            consignment_advance(
                consignment=consignment,
                status=step["parcel_status"],
                declared_by=DeclaredBy.OPERATOR,
                actor=request.user,  # type: ignore[arg-type]
                note=step["note"],
                tracking_number=step["tracking_number"],
            )
        except StepRefused as error:
            return self.reload_page(error=str(error))  # type: ignore[no-any-return]
        told = _("Parcel {number} is now: {status}").format(
            number=consignment.number, status=ParcelStatus(step["parcel_status"]).label
        )
        messages.success(request, told)
        return self.reload_page(fragment="consignments")  # type: ignore[no-any-return]


class LineDetailView(views.LineDetailView):
    def get_object(self, queryset: Any = None) -> Line:
        lines = Line.objects.select_related("order", "product__parent", "consignment")
        line: Line = get_object_or_404(lines, order__number=self.kwargs["number"], pk=self.kwargs["line_id"])
        return line


class ShippingAddressUpdateView(ChangeGuardMixin, views.ShippingAddressUpdateView):
    def get_object(self, queryset: Any = None) -> ShippingAddress:
        address: ShippingAddress = get_object_or_404(ShippingAddress, order__number=self.kwargs["number"])
        return address


class OrderStatsView(views.OrderStatsView):
    def get_stats(self, filters: dict[str, Any]) -> dict[str, Any]:
        """Totals without what was cancelled; the breakdown by status still lists it."""
        figures, orders = order_figures(Q(**filters)), every_order().filter(**filters)
        return {
            "total_orders": figures["orders"],
            "total_lines": figures["lines"],
            "total_revenue": figures["revenue"],
            "order_status_breakdown": orders.order_by("status").values("status").annotate(freq=Count("pk")),
        }
