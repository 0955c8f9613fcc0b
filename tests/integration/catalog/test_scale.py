"""A hundred products or twenty thousand: list, filters, pages and the product itself ask the database as often."""

from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog import services
from catalog.models import Product
from tests.factories import CategoryFactory, CommuneFactory, CriteriaSetFactory, PhotoFactory, ProductFactory

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "/san-pham/": 16,
    "/san-pham/?star=4&sort=price&page=2": 17,
    "/en/products/?min=50000&sort=name": 17,
    "/san-pham/san-pham-mau-so-3/": 17,
    "/chu-the/htx-mau-so-3/": 11,
    "/tim-kiem/?q=mat+ong": 9,
    "/api/v1/products?page=2&page_size=20": 3,
}


@pytest.mark.parametrize("count", [100, 20_000])
def test_the_number_of_queries_is_fixed(client: Client, count: int) -> None:
    first = ProductFactory(title="Mật ong mẫu", price=1000, producer__commune=CommuneFactory())
    services.product_update(product=first, photos=[PhotoFactory()])
    CriteriaSetFactory()
    CategoryFactory()
    call_command("generate_catalog", count, verbosity=0)
    call_command("search_rebuild", verbosity=0)
    assert Product.objects.count() == count + 1
    for address in ADDRESSES:
        client.get(address)  # content types, the site and its owner are known from here on
    found: dict[str, Any] = {}
    for address in ADDRESSES:
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200, address
        found[address] = len(captured)
    assert found == ADDRESSES
