"""Public pages come from the cache until something they show changes."""

from typing import Any

import pytest
from django.test import Client

from catalog import services
from ocop.sitemaps import ProductSitemap
from tests.factories import ProductFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_second_reader_costs_no_query(client: Client, django_assert_num_queries: Any) -> None:
    ProductFactory(ocop_star=4, price=85000)
    first = client.get("/san-pham/")
    with django_assert_num_queries(0):
        second = client.get("/san-pham/?utm_source=x")
    assert second.content == first.content


def test_a_price_purges_what_shows_it(client: Client) -> None:
    product = ProductFactory(price=85000)
    assert "85.000" in client.get(product.get_absolute_url()).content.decode()
    services.price_set(product=product, price=91000)
    assert "91.000" in client.get(product.get_absolute_url()).content.decode()


def test_a_browser_with_the_same_page_gets_304(client: Client) -> None:
    ProductFactory(price=85000)
    etag = client.get("/san-pham/")["ETag"]
    assert client.get("/san-pham/", headers={"If-None-Match": etag}).status_code == 304


def test_languages_and_parts_have_their_own_copy(client: Client) -> None:
    ProductFactory(title="Trà đinh", title_en="Dinh tea", price=85000)
    assert "Dinh tea" not in client.get("/san-pham/").content.decode()
    assert "Dinh tea" in client.get("/en/products/").content.decode()
    whole = client.get("/san-pham/").content
    assert client.get("/san-pham/", headers={"HX-Request": "true"}).content != whole


def test_404_is_not_kept(client: Client) -> None:
    assert client.get("/san-pham/moi/").status_code == 404
    ProductFactory(slug="moi", price=1000)
    assert client.get("/san-pham/moi/").status_code == 200


def test_pages_of_a_sitemap_have_their_own_copy(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProductSitemap, "limit", 2)
    slugs = [ProductFactory(price=1000).slug for _ in range(3)]
    first, second = (client.get("/sitemap-products.xml", {"p": page}).content.decode() for page in (1, 2))
    assert [slug in first for slug in slugs] == [True, True, False]
    assert [slug in second for slug in slugs] == [False, False, True]
