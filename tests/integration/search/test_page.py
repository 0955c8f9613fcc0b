"""The search page: tabs, pages, marks, odd input; and the tasks that follow a change."""

import pytest
from django.test import Client
from django_tasks import default_task_backend

from catalog.models import ProductImage
from search.services import index_rebuild
from search.tasks import refresh_object
from tests.factories import PhotoFactory, ProductFactory, SalesPointFactory
from traceability import stamp_code

pytestmark = pytest.mark.django_db


def test_results_show_matches_price_and_tabs(client: Client) -> None:
    ProductFactory(title="Nước mắm Cửa Khe", slug="cua-khe", price=85000, ocop_star=4)
    SalesPointFactory(name="Điểm bán nước mắm")
    index_rebuild()
    response = client.get("/tim-kiem/", {"q": "nuoc mam"})
    html = response.content.decode()
    assert response.status_code == 200
    assert '<mark class="match">Nước mắm</mark> Cửa Khe' in html
    assert "85.000" in html
    assert "kind=product" in html
    assert "kind=sales_point" in html
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "noindex" in html


def test_a_tab_shows_one_kind(client: Client) -> None:
    ProductFactory(title="Nước mắm Cửa Khe")
    SalesPointFactory(name="Điểm bán nước mắm")
    index_rebuild()
    html = client.get("/tim-kiem/", {"q": "nuoc mam", "kind": "sales_point"}).content.decode()
    assert "Điểm bán" in html
    assert "Cửa Khe" not in html
    assert "empty-state" in client.get("/tim-kiem/", {"q": "nuoc mam", "kind": "story"}).content.decode()


def test_english_has_its_own_address(client: Client) -> None:
    ProductFactory(title="Nước mắm", title_en="Fish sauce", slug="cua-khe")
    index_rebuild()
    html = client.get("/en/search/", {"q": "fish"}).content.decode()
    assert '<mark class="match">Fish</mark> sauce' in html
    assert 'href="/en/products/cua-khe/"' in html
    assert 'href="/tim-kiem/?q=fish"' in html


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "\0",
        "nuoc\0mam",
        '"',
        "'",
        "' OR 1=1 --",
        "%",
        "_",
        "*",
        "<script>alert(1)</script>",
        "a" * 100_000,
        "😀",
        "ắ" * 5000,
        "NEAR(a b)",
        "\\",
        "a AND b",
        "{}",
        "{{ 7 }}",
        "1" * 300,
        " ".join("abcdefghijklmnop"),
    ],
)
def test_odd_queries_answer_kindly(client: Client, query: str) -> None:
    ProductFactory(title="Nước mắm")
    index_rebuild()
    response = client.get("/tim-kiem/", {"q": query})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "99", "9" * 30, "1.5", "\0", "١"])
def test_odd_pages_are_404(client: Client, page: str) -> None:
    ProductFactory(title="Nước mắm")
    index_rebuild()
    assert client.get("/tim-kiem/", {"q": "mam", "page": page}).status_code == 404


@pytest.mark.parametrize(
    "tail", ["?q=%FF%FE", "?q=%00", "?kind=%00&q=mam", "?kind=liquor&q=mam", "?q=a&q=b", "?page", "?q=%ED%A0%80"]
)
def test_odd_addresses_never_break(client: Client, tail: str) -> None:
    assert client.get(f"/tim-kiem/{tail}").status_code in (200, 404)


@pytest.mark.parametrize("count", [5, 50])
def test_the_number_of_queries_does_not_grow(client: Client, django_assert_num_queries: object, count: int) -> None:
    photo = PhotoFactory()
    for _ in range(count):
        ProductImage.objects.create(product=ProductFactory(title="Nước mắm", price=85000, ocop_star=4), photo=photo)
    index_rebuild()
    with django_assert_num_queries(9):  # type: ignore[operator]  one is the footer's, one asks for places
        assert client.get("/tim-kiem/", {"q": "nuoc mam"}).status_code == 200


def test_liquor_is_not_found(client: Client) -> None:
    ProductFactory(title="Rượu Bàu Đá", is_alcohol=True, abv=45)
    index_rebuild()
    html = client.get("/tim-kiem/", {"q": "ruou"}).content.decode()
    assert "Bàu Đá" not in html


def test_a_saved_product_is_indexed_after_commit(client: Client, django_capture_on_commit_callbacks: object) -> None:
    default_task_backend.clear()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        product = ProductFactory(title="Trà đinh")
        assert default_task_backend.results == []
    enqueued = [(result.task.func, result.args) for result in default_task_backend.results]
    assert (refresh_object.func, ["product", product.pk]) in [(func, list(args)) for func, args in enqueued]
    for result in default_task_backend.results:
        result.task.call(*result.args)
    assert 'Trà <mark class="match">đinh</mark>' in client.get("/tim-kiem/", {"q": "đinh"}).content.decode()


def test_a_stamp_code_leads_to_its_answer(client: Client) -> None:
    code = stamp_code.draw()
    html = client.get("/tim-kiem/", {"q": stamp_code.group(code).lower()}).content.decode()
    assert f'href="/S/{code}"' in html
    assert "/S/" not in client.get("/tim-kiem/", {"q": "nuoc mam"}).content.decode()


def test_no_empty_picture_beside_what_has_none(client: Client) -> None:
    SalesPointFactory(name="Điểm bán", photo=None)
    index_rebuild()
    html = client.get("/tim-kiem/", {"q": "diem ban"}).content.decode()
    assert "search-hit--plain" in html
    assert "search-hit__picture" not in html
