"""What the dashboard counts."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from storefront.order.models import DeclaredBy
from storefront.order.progress import order_cancel
from tests.factories import ProductFactory, UserFactory
from tests.factories.storefront import basket_of, order_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["index", "order-stats"])
def test_cancelled_orders_are_neither_orders_nor_revenue(client: Client, page: str) -> None:
    product = ProductFactory(price=85000)
    kept, called_off = order_of(basket_of((product, 1))), order_of(basket_of((product, 2)))
    order_cancel(order=called_off, declared_by=DeclaredBy.BUYER)
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    shown: Any = client.get(reverse(f"dashboard:{page}")).context
    assert (shown["total_orders"], shown["total_lines"]) == (1, 1)
    assert shown["total_revenue"] == kept.total_incl_tax
    if page == "index":
        assert (shown["total_orders_last_day"], shown["total_lines_last_day"]) == (1, 1)
        assert shown["total_revenue_last_day"] == shown["average_order_costs"] == kept.total_incl_tax
        assert sum(hour["total_incl_tax"] for hour in shown["hourly_report_dict"]["order_total_hourly"]) == (
            kept.total_incl_tax
        )
