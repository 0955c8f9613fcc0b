"""`make bench`: how long the public pages take at 20,000 products, fresh and from the cache. Only prints."""

import time
from statistics import median

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

PRODUCTS = 20_000
ROUNDS = 5
ADDRESSES = (
    "/", "/san-pham/", "/san-pham/?star=4&sort=price", "/san-pham/?province=da-nang", "/san-pham/?page=400",
    "/san-pham/san-pham-mau-so-3/", "/chu-the/htx-mau-so-3/", "/tim-kiem/?q=nuoc+mam", "/tim-kiem/?q=mật+ong+đầu+mùa",
    "/api/v1/products?page_size=50", "/sitemap-products.xml",
)  # fmt: skip


def timed(client: Client, address: str, *, cached: bool) -> float:
    """Milliseconds of one answer."""
    if not cached:
        caches["pages"].clear()
    started = time.perf_counter()
    assert client.get(address).status_code == 200
    return (time.perf_counter() - started) * 1000


@pytest.mark.django_db
def test_pages(client: Client) -> None:
    call_command("seed_demo", skip_pictures=True)
    call_command("generate_catalog", PRODUCTS)
    call_command("search_rebuild")
    print(f"\n{PRODUCTS} products, {connection.vendor}\n{'address':44} queries  fresh ms  cached ms")
    for address in ADDRESSES:
        timed(client, address, cached=False)
        fresh = median(timed(client, address, cached=False) for _round in range(ROUNDS))
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        queries = len(captured)  # now: the next request empties the log
        kept = median(timed(client, address, cached=True) for _round in range(ROUNDS))
        print(f"{address:44} {queries:7} {fresh:9.0f} {kept:10.1f}")
