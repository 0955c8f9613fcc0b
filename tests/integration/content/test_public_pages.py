"""Every page type, published and as a preview; cacheable, in two languages, with a fixed number of queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from content import services
from content.entries import HomeEntry
from content.models import HomePage, ProducerPage
from content.templatetags.pages import anchored
from tests.factories import CertificateFactory, PhotoFactory, ProducerFactory, ProductFactory, SalesPointFactory
from tests.factories.content import (
    make_document,
    make_fair,
    make_news,
    make_policy,
    make_producer_page,
    make_story,
    make_village,
)


def everything(count: int, prefix: str = "x") -> None:
    """Pages of all types about `count` products each, and lists that long."""
    products = [ProductFactory(ocop_star=4, price=90000, season="2" * 12) for _ in range(count)]
    slugs = [product.slug for product in products]
    producers = [product.producer.slug for product in products]
    text = "\n\n".join(f"!product {slug}" for slug in slugs)
    place = {"latitude": 16.0, "longitude": 108.0}
    for number in range(count):
        shared: dict[str, Any] = {"photo": PhotoFactory(), "products": slugs}
        make_story(f"{prefix}-{number}", text=text, producers=producers, **shared)
        make_news(f"{prefix}-{number}", text=text, **shared)
        make_village(f"{prefix}-{number}", producers=producers, name_en="Village", lead_en="Lead.", **shared, **place)
        make_fair(f"{prefix}-{number}", starts_in=number + 5, title_en="Fair", series="chuoi", **shared, **place)
        make_fair(f"{prefix}-qua-{number}", starts_in=-20 - number, series="chuoi", **shared)
        make_document(f"{prefix}-{number}/QĐ")
        make_policy(f"{prefix}-{number}")
        SalesPointFactory(latitude=16.1, longitude=108.1)
        ProductFactory(producer=ProducerFactory(latitude=16.1, longitude=108.0))
    services.home_update(
        entry=HomeEntry(
            cover_story="x-0",
            cover_product=slugs[0],
            stories=[f"{prefix}-{n}" for n in range(count)][:4],
            village="x-0",
        )
    )


# Address → database queries of the first visitor after a purge.
QUERIES = {
    "/": 29,
    "/en/": 30,
    "/cau-chuyen/": 14,
    "/cau-chuyen/{page}/": 23,
    "/tin-tuc/": 13,
    "/tin-tuc/{page}/": 22,
    "/lang-du-lich/": 13,
    "/lang-du-lich/{page}/": 29,
    "/en/villages/{page}/": 30,
    "/hoi-cho/": 13,
    "/hoi-cho/{page}/": 27,
    "/en/fairs/{page}/": 28,
    "/van-ban/": 13,
    "/quy-dinh/": 12,
    "/quy-dinh/{page}/": 14,
    "/chu-the/": 6,
    "/en/producers/": 6,
    "/diem-ban/": 2,
}
ADDRESSES = list(QUERIES)


def queries(client: Client, address: str) -> int:
    caches["pages"].clear()
    client.get(address)  # site paths and the owner come from the cache afterwards
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def test_queries_do_not_grow_with_the_content(client: Client) -> None:
    everything(2)
    before = {address: queries(client, address.format(page="x-0")) for address in ADDRESSES}

    everything(5, prefix="y")

    after = {address: queries(client, address.format(page="x-0")) for address in ADDRESSES}
    after["/cau-chuyen/{page}/"] = queries(client, "/cau-chuyen/y-0/")
    after["/lang-du-lich/{page}/"] = queries(client, "/lang-du-lich/y-0/")
    after["/hoi-cho/{page}/"] = queries(client, "/hoi-cho/y-0/")
    assert before == QUERIES
    assert after == QUERIES


def test_pages_know_nothing_about_their_visitor(client: Client) -> None:
    everything(1)
    for address in ADDRESSES:
        response = client.get(address.format(page="x-0"))
        assert not response.cookies, address
        assert "cookie" not in response.get("Vary", "").lower(), address
        assert response["Cache-Control"] == "no-cache", address


def test_hreflang_stands_only_where_both_languages_exist(client: Client) -> None:
    make_village("ca-hai", name_en="Both", lead_en="Lead.", slug_en="both")
    make_village("mot-thu-tieng")

    both = client.get("/lang-du-lich/ca-hai/").content.decode()
    one = client.get("/lang-du-lich/mot-thu-tieng/").content.decode()

    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/villages/both/">' in both
    assert '<link rel="alternate" hreflang="vi" href="http://testserver/lang-du-lich/ca-hai/">' in both
    assert "hreflang=" not in one.split("</head>")[0]
    assert 'href="/en/villages/" hreflang="en"' in one


def test_headings_of_rules_can_be_linked_to(client: Client) -> None:
    make_policy("khieu-nai", body="## Nghi hàng giả\n\nGọi ngay.")

    assert '<h2 id="nghi-hang-gia">Nghi hàng giả</h2>' in client.get("/quy-dinh/khieu-nai/").content.decode()
    as_the_editor_stores_it = '<h2 data-block-key="6sb7v">Nghi hàng giả</h2>'
    assert anchored(as_the_editor_stores_it).startswith('<h2 id="nghi-hang-gia" data-block-key')


def test_english_list_marks_what_is_vietnamese(client: Client) -> None:
    make_story("chi-tieng-viet", title="Chỉ tiếng Việt")

    page = client.get("/en/stories/").content.decode()

    assert 'href="/cau-chuyen/chi-tieng-viet/" lang="vi"' in page
    assert "in Vietnamese" in page


def test_liquor_never_appears_on_a_shared_page(client: Client) -> None:
    liquor = ProductFactory(title="Rượu mẫu", is_alcohol=True, abv=29, season="2" * 12, price=100000)
    CertificateFactory(product=liquor)
    everything(1)

    for address in [*ADDRESSES, f"/chu-the/{liquor.producer.slug}/"]:
        assert "Rượu mẫu" not in client.get(address.format(page="x-0")).content.decode(), address


def test_month_picker_shows_the_season_of_the_month(client: Client, site: HomePage) -> None:
    june = ProductFactory(title="Vải thiều", season="000002000000", price=50000)
    services.home_update(entry=HomeEntry(month_notes={6: "Tháng 6: vải thiều."}))

    page = client.get("/?month=6").content.decode()

    assert june.title in page
    assert "Tháng 6: vải thiều." in page
    assert client.get("/?month=13").status_code == 200


def story_of_everything() -> Page:
    photo, product = PhotoFactory(), ProductFactory(ocop_star=4, price=1000)
    text = f"""Đoạn.

## Tiêu đề

> Lời.
> — Ai

!figure 5 kg | nói gì | Nguồn

!product {product.slug}

!producer {product.producer.slug}

!picture x.webp | Chú thích

!steps Bước
- một | a
- hai | b"""
    return make_story(text=text, photo=photo, find_photo=lambda _name: photo)


@pytest.mark.parametrize(
    "make",
    [
        story_of_everything,
        make_news,
        make_village,
        make_fair,
        make_document,
        make_policy,
        lambda: make_producer_page(ProductFactory().producer.slug, quote="Lời.", text="Đoạn."),
        HomePage.objects.first,
    ],
)
def test_previews_render(make: Callable[[], Page]) -> None:
    page = make().specific
    page.title = "Bản nháp chưa lưu"

    response = page.make_preview_request()

    assert response.status_code == 200
    if not isinstance(page, HomePage | ProducerPage):  # these say something else in their heading
        assert "Bản nháp chưa lưu" in response.rendered_content


def test_index_pages_preview(site: HomePage) -> None:
    for page in site.get_children().specific():
        assert page.make_preview_request().status_code == 200, page


def test_a_page_about_the_site_is_no_rule(client: Client) -> None:
    make_policy("giao-hang")
    make_policy("gioi-thieu", title="Giới thiệu", below_home=True)
    assert "Phiên bản" in client.get("/quy-dinh/giao-hang/").content.decode()
    html = client.get("/gioi-thieu/").content.decode()
    assert "Phiên bản" not in html
    assert "quy-dinh-khac" not in html
