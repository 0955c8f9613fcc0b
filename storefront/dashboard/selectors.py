"""Figures of the staff dashboard. A cancelled order is neither an order nor revenue."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet, Sum

from storefront.order.models import Line, Order, ParcelStatus


def standing(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Those of `orders` that were not cancelled."""
    return orders.exclude(status="cancelled")


def order_figures(conditions: Q | None = None, since: datetime | None = None) -> dict[str, Any]:
    """Number of orders that stand, of their lines in parcels that stand, their sum and average in đồng."""
    orders = standing(Order.objects.filter(conditions or Q()))
    if since is not None:
        orders = orders.filter(date_placed__gt=since)
    figures = orders.aggregate(count=Count("pk"), revenue=Sum("total_incl_tax"), average=Avg("total_incl_tax"))
    lines = Line.objects.filter(order__in=orders).exclude(consignment__status=ParcelStatus.CANCELLED)
    return {
        "orders": figures["count"],
        "lines": lines.count(),
        "revenue": figures["revenue"] or Decimal(0),
        "average": figures["average"] or Decimal(0),
    }
