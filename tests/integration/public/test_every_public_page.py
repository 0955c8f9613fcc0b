"""What holds for every address of the sitemap, on the sample shop."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded"), pytest.mark.xdist_group("seeded")]

LOCATION = re.compile(r"<loc>([^<]+)</loc>")
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|SAVEPOINT .* INSERT)", re.IGNORECASE)
BEYOND_THE_SITEMAP = ("/tim-kiem/?q=nuoc+mam", "/en/search/?q=tea", "/san-pham/?star=4&sort=price", "/robots.txt")


def addresses(client: Client) -> Iterator[str]:
    index = client.get("/sitemap.xml").content.decode()
    for section in LOCATION.findall(index):
        for location in LOCATION.findall(client.get(urlsplit(section).path).content.decode()):
            yield urlsplit(location).path
    yield from BEYOND_THE_SITEMAP


def test_an_anonymous_get_leaves_no_trace(client: Client) -> None:
    """No cookie, no `Vary: Cookie`, nothing written, and a page in the language of its address."""
    seen = 0
    for address in dict.fromkeys(addresses(client)):
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200, address
        assert not response.cookies, address
        assert "cookie" not in response.get("Vary", "").lower(), address
        assert [query["sql"] for query in captured.captured_queries if WRITES.match(query["sql"])] == [], address
        if response["Content-Type"].startswith("text/html"):
            language = "en" if address.startswith("/en/") else "vi"
            assert f'<html lang="{language}"' in response.content.decode(), address
        seen += 1
    assert seen > 250


def test_liquor_is_nowhere(client: Client) -> None:
    """Not in the sitemap, not in any list, search, page or answer of the API."""
    from catalog.models import Product

    liquor = list(Product.objects.liquor())
    assert len(liquor) == 8
    for address in dict.fromkeys(addresses(client)):
        text = client.get(address).content.decode()
        for product in liquor:
            assert f"/{product.slug}/" not in text, address
    for query in ("ruou", "rượu mơ", "liquor"):
        text = client.get("/tim-kiem/", {"q": query}).content.decode()
        assert not [product.title for product in liquor if f"/{product.slug}/" in text]
    for product in liquor:
        assert client.get("/api/v1/products", {"page_size": 100}).content.decode().count(product.slug) == 0


@pytest.mark.parametrize(
    "address",
    ["/khong-co/", "/en/nothing/", "/san-pham/x/", "/chu-the/x/", "/cau-chuyen/x/", "/%00/", "/san-pham/%F0/"],
)
def test_unknown_addresses_are_404_in_their_language(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert ('<html lang="en"' if address.startswith("/en/") else '<html lang="vi"') in response.content.decode()
    assert not response.cookies


def test_orders_keep_the_version_of_the_terms_that_are_published() -> None:
    from content.models import PolicyPage

    terms = PolicyPage.objects.live().get(slug="dieu-khoan-chung")
    assert terms.version == settings.TERMS_VERSION
