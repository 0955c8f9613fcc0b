"""Product list and product page: filters, odd input, a fixed number of queries, nothing about the visitor."""

from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog import services
from catalog.certification import services as certification
from catalog.filters import read_filter
from catalog.listing import list_products
from catalog.models import Category, Product
from tests.factories import (
    CategoryFactory,
    CommuneFactory,
    DecisionFactory,
    PhotoFactory,
    ProducerFactory,
    ProductFactory,
    ProvinceFactory,
)

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE")


def titles(query: str) -> set[str]:
    return {card.title for card in list_products(read_filter(QueryDict(query)), 1).cards}


@pytest.fixture
def shelf() -> dict[str, Product]:
    da_nang = ProvinceFactory(name="Đà Nẵng", full_name="Thành phố Đà Nẵng", slug="da-nang")
    maker = ProducerFactory(commune=CommuneFactory(parent=da_nang))
    sauces = CategoryFactory(name="Gia vị", slug="gia-vi")
    fish = CategoryFactory(name="Nước mắm", slug="nuoc-mam", parent=sauces)
    products = {
        "fish": ProductFactory(title="Nước mắm Cửa Khe", producer=maker, ocop_star=4, price=85000),
        "tea": ProductFactory(title="Trà đinh", ocop_star=5, price=650000, stock=0),
        "honey": ProductFactory(title="Mật ong", price=320000),
    }
    products["fish"].categories.add(fish)
    return products


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"fish", "tea", "honey"}),
        ("star=4", {"fish"}),
        ("star=4&star=5", {"fish", "tea"}),
        ("star=expired", set()),
        ("province=da-nang", {"fish"}),
        ("category=gia-vi", {"fish"}),
        ("category=nuoc-mam", {"fish"}),
        ("min=100000", {"tea", "honey"}),
        ("min=100.000&max=400.000", {"honey"}),
        ("max=1&min=400000", {"fish", "honey"}),
        ("stock=1", {"fish", "honey"}),
        ("q=nuoc+mam", {"fish"}),
        ("group=thuc-pham", {"fish", "tea", "honey"}),
        ("group=do-uong", set()),
        ("star=9&sort=nonsense&colour=red", {"fish", "tea", "honey"}),
    ],
)
def test_filters(shelf: dict[str, Product], query: str, expected: set[str]) -> None:
    assert titles(query) == {shelf[key].title for key in expected}


def test_a_product_in_two_categories_counts_once_above_them(shelf: dict[str, Product]) -> None:
    top = Category.objects.get(slug="gia-vi")
    shelf["fish"].categories.add(CategoryFactory(name="Mắm", slug="mam", parent=top), top)
    facets = list_products(read_filter(QueryDict("category=mam")), 1).facets
    assert {(facet.value, facet.count) for facet in facets.categories} == {("gia-vi", 1), ("mam", 1)}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "star=4&category=nuoc-mam&min=700000",
            ["cả 3 bộ lọc", "Bỏ “Từ 700.000 ₫” sẽ thấy 1.", 'href="?star=4&amp;category=nuoc-mam"'],
        ),
        ("group=do-uong", ["bộ lọc này", 'href="/san-pham/"']),
        ("star=3&group=do-uong", ["cả 2 bộ lọc", 'href="/san-pham/"']),
    ],
)
def test_an_empty_list_names_what_to_drop_and_what_that_shows(
    client: Client, shelf: dict[str, Product], query: str, told: list[str]
) -> None:
    html = client.get(f"/san-pham/?{query}").content.decode().replace("\xa0", " ")
    empty = html[html.index("empty-state") :]
    assert [text for text in told if text not in empty] == []


def test_a_count_beside_a_filter_is_what_it_would_give(shelf: dict[str, Product]) -> None:
    facets = list_products(read_filter(QueryDict("star=4")), 1).facets
    assert {(facet.value, facet.count) for facet in facets.stars} == {("5", 1), ("4", 1), ("3", 0), ("expired", 0)}
    assert [facet.count for facet in facets.groups] == [1]
    for facet in facets.stars:
        assert len(titles(f"star={facet.value}")) == facet.count


@pytest.mark.parametrize(("sort", "first"), [("price", "fish"), ("-price", "tea"), ("star", "tea"), ("name", "honey")])
def test_sorting(shelf: dict[str, Product], sort: str, first: str) -> None:
    cards = list_products(read_filter(QueryDict(f"sort={sort}")), 1).cards
    assert cards[0].title == shelf[first].title


def test_a_price_that_is_no_number_is_told_and_kept(client: Client, shelf: dict[str, Product]) -> None:
    response = client.get("/san-pham/", {"min": "chín mươi"})
    assert response.status_code == 200
    assert "chín mươi" in response.content.decode()
    assert response.context["filter"].errors == {"min": "chín mươi"}


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=9999999", "page=two", "page=99", "page=%%0000"])
def test_a_page_that_does_not_exist_is_404(client: Client, shelf: dict[str, Product], query: str) -> None:
    assert client.get(f"/san-pham/?{query}").status_code == 404


@pytest.mark.parametrize("query", ["q=%00", "q=%22", "province=%27", "category=../..", "star=%00", "min=9" * 50])
def test_odd_filters_never_break(client: Client, shelf: dict[str, Product], query: str) -> None:
    assert client.get(f"/san-pham/?{query}").status_code == 200


def test_nothing_found_says_so(client: Client, shelf: dict[str, Product]) -> None:
    response = client.get("/san-pham/?province=da-nang&star=5")
    assert response.status_code == 200
    assert response.context["listing"].count == 0


def many(count: int) -> None:
    """Products with pictures, certificates, offers and sizes."""
    photo, category = PhotoFactory(), CategoryFactory()
    for number in range(count):
        product = ProductFactory(ocop_star=3 + number % 3, price=None if number % 5 == 0 else 50000)
        services.product_update(product=product, photos=[photo], categories=[category])
        if number % 5 == 0:
            for size in (100, 200):
                pack = services.pack_add(
                    parent=product, slug=f"{product.slug}-{size}", net_content=size, net_unit="g", ship_weight_g=size
                )
                services.price_set(product=pack, price=size * 500)
                services.stock_set(product=pack, num_in_stock=5)


@pytest.mark.parametrize("count", [13, 40])
def test_the_list_costs_the_same_for_any_catalog(count: int, django_assert_num_queries: Any, rf: Any) -> None:
    many(count)
    with django_assert_num_queries(15):
        listing = list_products(read_filter(rf.get("/").GET), 1)
    assert len(listing.cards) == 12
    assert all(card.price and card.photo and card.claim for card in listing.cards)


def test_a_product_page_costs_the_same_with_many_sizes(client: Client) -> None:
    many(1)
    product = Product.objects.get(structure="parent")
    counts = []
    for size in (300, 400, 500):
        values = {"net_content": size, "net_unit": "g", "ship_weight_g": size}
        pack = services.pack_add(parent=product, slug=f"them-{size}", **values)
        services.price_set(product=pack, price=size * 500)
        cache.clear()
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(product.get_absolute_url()).status_code == 200
        assert not [query["sql"] for query in captured.captured_queries if query["sql"].startswith(WRITES)]
        counts.append(len(captured))
    assert counts[1] == counts[2]  # the first request also learns content types and the site


@pytest.mark.parametrize("path", ["/san-pham/", "/en/products/"])
def test_public_pages_know_nothing_about_the_visitor(client: Client, shelf: dict[str, Product], path: str) -> None:
    for address in (path, f"{path}{shelf['fish'].slug}/"):
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "no-cache" in response["Cache-Control"]


def test_unknown_products_are_404(client: Client) -> None:
    assert client.get("/san-pham/khong-co/").status_code == 404


class TestLiquor:
    """One queryset leaves liquor out of everything shared; its own section asks the age first."""

    @pytest.fixture
    def liquor(self) -> Product:
        return ProductFactory(title="Rượu sim", slug="ruou-sim", is_alcohol=True, abv=30, price=150000, ocop_star=4)

    def test_it_is_in_no_list_and_has_no_public_page(self, client: Client, liquor: Product) -> None:
        assert titles("") == set()
        assert client.get("/san-pham/ruou-sim/").status_code == 404

    def test_its_section_asks_the_age_and_is_private(self, client: Client, liquor: Product) -> None:
        for path in ("/do-uong-co-con/", "/do-uong-co-con/ruou-sim/"):
            response = client.get(path)
            assert (response.status_code, response["Location"].split("?")[0]) == (302, "/do-uong-co-con/tuoi/")
            assert "no-store" in response["Cache-Control"]

    @pytest.mark.parametrize(
        ("born", "status"), [("1.1.1990", 302), ("1.1.2015", 403), ("31.2.1990", 200), ("x.1.1990", 200)]
    )
    def test_the_answer_is_judged(self, client: Client, liquor: Product, born: str, status: int) -> None:
        day, month, year = born.split(".")
        answer = {"day": day, "month": month, "year": year, "next": "/do-uong-co-con/ruou-sim/"}
        response = client.post("/do-uong-co-con/tuoi/", answer)
        assert response.status_code == status
        if status == 302:
            assert response["Location"] == "/do-uong-co-con/ruou-sim/"
            assert year not in str(response.cookies)
            assert "Rượu sim" in client.get("/do-uong-co-con/ruou-sim/").content.decode()
        else:
            assert not response.cookies.get("ocop_age")
            assert client.get("/do-uong-co-con/").status_code == 302

    def test_a_forged_cookie_does_not_help(self, client: Client, liquor: Product) -> None:
        client.cookies["ocop_age"] = "18+:forged"
        assert client.get("/do-uong-co-con/").status_code == 302

    @pytest.mark.parametrize("following", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
    def test_it_sends_nobody_away(self, client: Client, liquor: Product, following: str) -> None:
        answer = {"day": "1", "month": "1", "year": "1990", "next": following}
        assert client.post("/do-uong-co-con/tuoi/", answer)["Location"] == "/do-uong-co-con/"


def test_a_revoked_certificate_says_by_which_decision_of_whom_and_why(client: Client) -> None:
    product = ProductFactory(ocop_star=3)
    decision = DecisionFactory(kind="revocation", number="MẪU-1874/2026/QĐ-UBND")
    certificate = product.certificates.get()
    certification.certificate_revoke(certificate=certificate, decision=decision, reason="Đã chuyển nơi làm")
    html = client.get(product.get_absolute_url()).content.decode()
    assert f'Theo Quyết định <span class="nowrap">MẪU-1874/2026/QĐ-UBND</span> của {decision.authority.name}' in html
    assert "Lý do: Đã chuyển nơi làm" in html
