"""What the dashboard counts."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from storefront.order.models import DeclaredBy
from storefront.order.progress import order_cancel
from tests.factories import ProductFactory, UserFactory
from tests.factories.storefront import basket_of, order_of, parcel_to

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["index", "order-stats"])
def test_what_was_cancelled_is_no_revenue(client: Client, page: str) -> None:
    product = ProductFactory(price=85000)
    kept = order_of(basket_of((product, 1), (ProductFactory(price=1000), 1)))
    called_off = order_of(basket_of((product, 2)))
    order_cancel(order=called_off, declared_by=DeclaredBy.BUYER)
    parcel_to(kept.consignments.get(number=2), "cancelled")
    revenue = kept.consignments.get(number=1).total
    client.force_login(UserFactory(is_superuser=True))
    shown: Any = client.get(reverse(f"dashboard:{page}")).context
    if page == "order-stats":
        assert (shown["total_orders"], shown["total_lines"], shown["total_revenue"]) == (1, 1, revenue)
        return
    for figures in (shown["day"], shown["ever"]):
        assert figures == {"orders": 1, "lines": 1, "revenue": revenue, "average": revenue}
    assert sum(piece["revenue"] for piece in shown["hours"]) == revenue
