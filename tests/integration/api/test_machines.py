"""What crawlers and load balancers ask."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from ocop import health, worker
from tests.factories import ProducerFactory, ProductFactory, SalesPointFactory

pytestmark = pytest.mark.django_db


def locations(client: Client, section: str) -> list[str]:
    response = client.get(f"/sitemap-{section}.xml")
    assert response.status_code == 200
    return re.findall("<loc>([^<]+)</loc>", response.content.decode())


def test_the_index_names_the_kinds_on_our_host(client: Client) -> None:
    ProductFactory()
    html = client.get("/sitemap.xml").content.decode()
    for section in ("products", "producers", "sales-points", "pages"):
        assert f"<loc>http://testserver/sitemap-{section}.xml</loc>" in html


def test_both_languages_only_where_both_exist(client: Client) -> None:
    ProductFactory(slug="mot", title_en="One")
    ProductFactory(slug="hai")
    assert locations(client, "products") == [
        "http://testserver/san-pham/mot/", "http://testserver/en/products/mot/", "http://testserver/san-pham/hai/",
    ]  # fmt: skip
    text = client.get("/sitemap-products.xml").content.decode()
    assert text.count('hreflang="en" href="http://testserver/en/products/mot/"') == 2


def test_liquor_and_hidden_things_are_in_no_sitemap(client: Client) -> None:
    ProductFactory(slug="ruou", is_alcohol=True, abv=30)
    ProductFactory(slug="an", is_public=False)
    ProducerFactory(slug="an-danh", is_published=False)
    SalesPointFactory(slug="dong-cua", is_published=False)
    found = [place for section in ("products", "producers", "sales-points") for place in locations(client, section)]
    assert not [place for place in found if re.search("ruou|/an/|an-danh|dong-cua|do-uong", place)]


@pytest.mark.parametrize("path", ["/sitemap-nothing.xml", "/sitemap-products.xml?p=99", "/sitemap-products.xml?p=x"])
def test_other_sitemaps_are_404(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_robots_keep_out_of_what_is_private(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert "Disallow: /do-uong-co-con/\n" in text
    assert "Sitemap: http://testserver/sitemap.xml\n" in text


def test_healthz_touches_nothing(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        response = client.get("/healthz")
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_ready_needs_every_part(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["worker"] == "never seen"
    worker.beat()
    assert client.get("/readyz").json() == {
        "status": "ok", "database": "ok", "migrations": "ok", "cache": "ok", "worker": "ok",
    }  # fmt: skip
    monkeypatch.setattr(worker, "last_beat", lambda: datetime.now(UTC) - timedelta(hours=1))
    assert client.get("/readyz").json()["worker"] == "silent"


def test_a_broken_part_is_a_word_and_no_trace(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("password=secret")

    monkeypatch.setitem(health.CHECKS, "database", broken)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "fails"
    assert "secret" not in response.content.decode()
