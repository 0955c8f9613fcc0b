"""Orders and figures of the staff dashboard. What was cancelled, an order or one parcel of it, is no revenue."""

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone

from catalog.clock import VIETNAM
from storefront.order.models import Consignment, Line, Order, ParcelStatus

HOURS, BARS = 24, 12
_PHONE = re.compile(r"[0-9 +().-]+")


def every_order() -> QuerySet[Order]:
    """All orders, newest first, with what lists show of them."""
    orders: QuerySet[Order] = Order.objects.select_related("user", "shipping_address__country")
    return orders.prefetch_related("lines", "status_changes", "consignments").order_by("-date_placed")


def orders_matching(
    *, number: str = "", who: str = "", product: str = "", status: str = "", first: date | None, last: date | None
) -> QuerySet[Order]:
    """Orders that fit everything given. `who` is part of a recipient's name, phone or email address; days are whole."""
    orders = every_order()
    if number:
        orders = orders.filter(number__startswith=number)
    if who:
        someone = Q(shipping_address__first_name__icontains=who) | Q(guest_email__icontains=who)
        if phone := _phone_part(who):
            someone |= Q(phone__contains=phone)
        orders = orders.filter(someone)
    if product:
        orders = orders.filter(Q(pk__in=Line.objects.filter(title__icontains=product).values("order")))
    if status:
        orders = orders.filter(status=status)
    if first:
        orders = orders.filter(date_placed__gte=datetime.combine(first, datetime.min.time(), VIETNAM))
    if last:
        orders = orders.filter(date_placed__lt=datetime.combine(last + timedelta(days=1), datetime.min.time(), VIETNAM))
    return orders


def _phone_part(typed: str) -> str:
    """The digits to look for in numbers in E.164; empty if something else than a phone was typed."""
    if not _PHONE.fullmatch(typed.strip()):
        return ""
    return "".join(letter for letter in typed if letter.isdigit()).removeprefix("0")


def standing(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Those of `orders` that were not cancelled."""
    return orders.exclude(status="cancelled")


def _parcels(orders: QuerySet[Order]) -> QuerySet[Consignment]:
    return Consignment.objects.filter(order__in=orders).exclude(status=ParcelStatus.CANCELLED)


def order_figures(conditions: Q | None = None, since: datetime | None = None) -> dict[str, Any]:
    """Number of orders that stand, of their lines in parcels that stand, sum and average of these parcels in đồng."""
    orders = standing(Order.objects.filter(conditions or Q())).order_by()
    if since is not None:
        orders = orders.filter(date_placed__gt=since)
    count = orders.count()
    revenue = _parcels(orders).aggregate(sum=Sum(F("goods_total") + F("shipping_fee")))["sum"] or 0
    average = (Decimal(revenue) / count).quantize(Decimal(1), ROUND_HALF_UP) if count else 0
    lines = Line.objects.filter(order__in=orders).exclude(consignment__status=ParcelStatus.CANCELLED)
    return {"orders": count, "lines": lines.count(), "revenue": int(revenue), "average": int(average)}


def open_parcels() -> list[tuple[str, int]]:
    """How many parcels wait for which next word, as words and number, in the order of the steps."""
    counted = dict(Consignment.objects.order_by().values_list("status").annotate(Count("pk")))
    over = (ParcelStatus.DELIVERED, ParcelStatus.CANCELLED)
    return [(str(status.label), counted.get(status.value, 0)) for status in ParcelStatus if status not in over]


def revenue_by_hour(now: datetime | None = None) -> list[dict[str, Any]]:
    """Revenue of the last 24 hours in pieces of two: `until` (Vietnamese time), `revenue`, `percent` of the largest."""
    end = timezone.localtime(now, VIETNAM).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    start, step = end - timedelta(hours=HOURS), timedelta(hours=HOURS // BARS)
    sums = [0] * BARS
    recent = _parcels(standing(Order.objects.filter(date_placed__gte=start, date_placed__lt=end)).order_by())
    for placed, goods, fee in recent.values_list("order__date_placed", "goods_total", "shipping_fee"):
        sums[int((placed - start) / step)] += goods + fee
    most = max(sums) or 1
    return [
        {"until": start + step * (number + 1), "revenue": revenue, "percent": revenue * 100 // most}
        for number, revenue in enumerate(sums)
    ]
