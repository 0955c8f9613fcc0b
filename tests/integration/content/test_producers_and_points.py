import re
from typing import Any

import pytest
from django.test import Client

from catalog.services import producer_update
from tests.factories import CertificateFactory, DecisionFactory, ProducerFactory, ProductFactory, SalesPointFactory
from tests.factories.content import make_producer_page, make_story


def test_facts_page_without_a_story(client: Client) -> None:
    producer = ProducerFactory(founded_year=2016, members="40 hộ", tax_code="0400000000", former_address="xã Cũ")
    product = ProductFactory(producer=producer, price=90000)
    CertificateFactory(product=product, ocop_star=5, decision=DecisionFactory(number="MẪU-377"))

    page = client.get(f"/chu-the/{producer.slug}/").content.decode()

    assert f"<h1>{producer.short_name}" in page.replace("\xa0", " ")
    for text in ("2016", "40 hộ", "xã Cũ", product.title, "MẪU-377", "1 sản phẩm còn hiệu lực"):
        assert text in page, text
    assert "0400000000" not in page


def test_own_goods_only_and_never_liquor(client: Client) -> None:
    producer = ProducerFactory()
    own = ProductFactory(producer=producer, title="Hàng nhà")
    ProductFactory(producer=producer, title="Rượu nhà", is_alcohol=True, abv=29)
    ProductFactory(title="Hàng người khác")

    page = client.get(f"/chu-the/{producer.slug}/").content.decode()

    assert own.title in page
    assert "Rượu nhà" not in page
    assert "Hàng người khác" not in page


def test_story_of_a_producer_stands_at_the_same_address(client: Client) -> None:
    producer = ProducerFactory(founded_year=2016)
    make_producer_page(
        producer.slug,
        lead="Bốn mươi hộ.",
        quote="Đừng tiếc.",
        milestones=[(2016, "Góp một cái chảo.")],
        text="## Nhà xưởng",
    )
    make_story("cua-ho", title="Năm giờ sáng", producers=[producer.slug])

    page = client.get(f"/chu-the/{producer.slug}/").content.decode()

    for text in ("Bốn mươi hộ.", "Góp một cái chảo.", "Nhà xưởng"):
        assert text in page, text


@pytest.mark.parametrize("published", [True, False])
def test_unknown_and_hidden_producers_are_not_found(client: Client, published: bool) -> None:
    producer = ProducerFactory(is_published=published)

    assert client.get(f"/chu-the/{producer.slug}/").status_code == (200 if published else 404)
    assert client.get("/chu-the/khong-co/").status_code == 404


def test_list_filters_by_kind_and_province(client: Client) -> None:
    household = ProductFactory(producer=ProducerFactory(kind="household")).producer
    cooperative = ProductFactory().producer

    page = client.get("/chu-the/?kind=household").content.decode()
    by_province = client.get(f"/chu-the/?province={cooperative.commune.parent.slug}").content.decode()

    assert household.short_name in page
    assert cooperative.short_name not in page
    assert cooperative.short_name in by_province
    assert household.short_name not in by_province
    assert "noindex" in page


def test_filters_that_find_nothing_together_stay_chosen(client: Client) -> None:
    ProductFactory(producer=ProducerFactory(kind="household"))
    elsewhere = ProductFactory(producer=ProducerFactory(kind="enterprise")).producer.commune.parent.slug

    page = client.get("/chu-the/", {"kind": "household", "province": elsewhere}).content.decode()

    chosen = re.findall(r'<option value="([^"]*)"\s+selected', page)
    assert chosen == ["household", elsewhere]


@pytest.mark.parametrize("page", ["0", "2", "x", "9999999"])
def test_pages_that_do_not_exist(client: Client, page: str) -> None:
    ProductFactory()

    assert client.get("/chu-the/", {"page": page}).status_code == 404


def test_sales_points(client: Client) -> None:
    point = SalesPointFactory(opening_hours="8:00–21:00", latitude=16.0, longitude=108.0, description="Nhà hai gian.")
    hidden = SalesPointFactory(is_published=False)

    listing = client.get("/diem-ban/").content.decode()
    page = client.get(f"/diem-ban/{point.slug}/").content.decode()

    assert point.name in listing
    assert hidden.name not in listing
    assert "8:00–21:00" in page
    assert "destination=16.00000,108.00000" in page
    assert client.get(f"/diem-ban/{hidden.slug}/").status_code == 404


def test_detail_pages_cost_a_fixed_number_of_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    producer = ProducerFactory()
    for _ in range(6):
        CertificateFactory(product=ProductFactory(producer=producer, price=90000))
    point = SalesPointFactory()
    client.get(f"/chu-the/{producer.slug}/?page=1")

    with django_assert_max_num_queries(13):
        client.get(f"/chu-the/{producer.slug}/?kind=x")
    with django_assert_max_num_queries(3):
        client.get(f"/diem-ban/{point.slug}/")


def test_story_moves_with_its_producer_and_stands_in_one_sitemap(client: Client) -> None:
    producer = ProducerFactory(slug="cu")
    story = make_producer_page("cu")

    producer_update(producer=producer, slug="moi")

    story.refresh_from_db()
    assert story.get_url() == "/chu-the/moi/"
    sitemaps = "".join(client.get(f"/sitemap-{kind}.xml").content.decode() for kind in ("pages", "producers"))
    assert sitemaps.count("/chu-the/moi/</loc>") == 1
    assert "/chu-the/cu/" not in sitemaps


def test_product_does_not_lead_to_a_hidden_producer(client: Client) -> None:
    product = ProductFactory(price=90000, producer=ProducerFactory(is_published=False))

    page = client.get(product.get_absolute_url()).content.decode()

    assert f"/chu-the/{product.producer.slug}/" not in page


@pytest.mark.parametrize("address", ["/chu-the/", "/diem-ban/", "/san-pham/", "/tim-kiem/", "/", "/api/v1/places"])
@pytest.mark.parametrize("value", ["%00", "%%0000", "a%25%30%30", "%FF%FE", "'", "\u0664"])
def test_no_value_of_a_filter_breaks_a_page(client: Client, address: str, value: str) -> None:
    names = ("kind", "province", "star", "category", "month", "q", "page_size")

    response = client.get(address + "?" + "&".join(f"{name}={value}" for name in names))

    assert response.status_code < 500


def test_producers_are_sorted_by_the_name_that_is_shown(client: Client) -> None:
    for name, short in (("A", "Đậu"), ("B", "Chả"), ("C", "Ấm")):
        ProductFactory(producer=ProducerFactory(name=name, short_name=short))
    html = client.get("/chu-the/").content.decode()
    assert html.index("Ấm") < html.index("Chả") < html.index("Đậu")


def test_a_sales_point_can_be_called(client: Client) -> None:
    point = SalesPointFactory(phone="0236 000 0000")
    assert 'href="tel:02360000000"' in client.get(f"/diem-ban/{point.slug}/").content.decode()
