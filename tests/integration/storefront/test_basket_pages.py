"""The basket as browsers use it: from cached pages, without a token, with and without JavaScript."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from catalog.services import price_set, stock_set
from storefront.basket.models import Basket, Line
from storefront.basket.selectors import pieces_in
from tests.factories import ProductFactory, UserFactory

pytestmark = pytest.mark.django_db

OWN = {"HTTP_SEC_FETCH_SITE": "same-origin"}
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def product() -> Product:
    return ProductFactory(price=85000, stock=3, pack="chai", title="Nước mắm Cửa Khe")


@pytest.fixture
def strict() -> Client:
    """A browser whose tokens are checked."""
    return Client(enforce_csrf_checks=True)


def add(client: Client, product: Product, quantity: int = 1, **headers: str) -> object:
    return client.post("/gio-hang/them/", {"product_id": product.pk, "quantity": quantity}, **headers)


def test_adding_needs_no_token_and_leads_to_the_basket(strict: Client, product: Product) -> None:
    response = add(strict, product, 2, **OWN)
    assert (response.status_code, response.url) == (302, "/gio-hang/")
    assert Line.objects.get().quantity == 2


@pytest.mark.parametrize(
    "headers",
    [{"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_SEC_FETCH_SITE": "same-site"}, {"HTTP_SEC_FETCH_SITE": "none"},
     {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}],
)  # fmt: skip
def test_posts_from_elsewhere_are_refused(strict: Client, product: Product, headers: dict[str, str]) -> None:
    assert add(strict, product, **headers).status_code == 403
    assert not Basket.objects.exists()


def test_the_origin_is_enough(strict: Client, product: Product) -> None:
    assert add(strict, product, HTTP_ORIGIN="http://testserver").status_code == 302


def test_a_browser_that_says_nothing_confirms_with_a_token(strict: Client, product: Product) -> None:
    page = add(strict, product, 2)
    assert page.status_code == 200
    assert "Thêm sản phẩm này vào giỏ?" in page.content.decode()
    assert not Basket.objects.exists()
    fields = {"product_id": product.pk, "quantity": 2}
    assert strict.post("/gio-hang/xac-nhan/", fields).status_code == 403
    token = strict.cookies["csrftoken"].value
    assert strict.post("/gio-hang/xac-nhan/", {**fields, "csrfmiddlewaretoken": token}).status_code == 302
    assert Line.objects.get().quantity == 2


def test_the_cookie_carries_the_number_and_nothing_else(client: Client, product: Product) -> None:
    response = add(client, product, 2, **OWN)
    cookie = response.cookies["ocop_basket"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("2", "", "Lax")
    basket = response.cookies["oscar_open_basket"]
    assert (basket["httponly"], basket["samesite"]) == (True, "Lax")
    line = Line.objects.get()
    after = client.post("/gio-hang/sua/", {"line": line.pk, "remove": "1"})
    assert after.cookies["ocop_basket"]["max-age"] == 0


def test_looking_creates_nothing(client: Client, django_user_model: type) -> None:
    client.force_login(django_user_model.objects.create(email="a@example.com"))
    response = client.get("/gio-hang/")
    assert "Giỏ hàng chưa có gì" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert not Basket.objects.exists()


def test_the_page_groups_by_partner(client: Client, product: Product) -> None:
    other = ProductFactory(price=650000)
    add(client, product, **OWN)
    add(client, other, **OWN)
    page = client.get("/gio-hang/").content.decode()
    assert f"Kiện 1. {product.producer.short_name}" in page
    assert f"Kiện 2. {other.producer.short_name}" in page
    assert "735.000\xa0₫" in page


@pytest.mark.parametrize("quantity", [9, 10**20])
def test_too_many_are_refused_with_a_sentence(client: Client, product: Product, quantity: int) -> None:
    response = add(client, product, quantity, **OWN)
    assert response.status_code == 409
    assert "Nước mắm Cửa Khe: Chỉ còn 3 chai." in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "says"),
    [("7", "Chỉ còn 3 chai."), ("9" * 20, "Chỉ còn 3 chai."), ("vier", "Nhập số từ 0 trở lên; 0 là bỏ sản phẩm ra.")],
)
def test_a_wrong_number_stays_beside_its_sentence(client: Client, product: Product, typed: str, says: str) -> None:
    add(client, product, **OWN)
    line = Line.objects.get()
    response = client.post("/gio-hang/sua/", {"line": line.pk, "quantity": typed})
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert f'value="{typed}"' in page
    line.refresh_from_db()
    assert line.quantity == 1


def test_htmx_gets_only_the_part(client: Client, product: Product) -> None:
    add(client, product, **OWN)
    response = client.post("/gio-hang/sua/", {"line": Line.objects.get().pk, "quantity": 2}, **HTMX)
    page = response.content.decode()
    assert page.count('id="basket"') == 1
    assert "<html" not in page
    assert response.cookies["ocop_basket"].value == "2"
    added = add(client, product, **OWN, **HTMX)
    assert "Đã thêm Nước mắm Cửa Khe vào giỏ." in added.content.decode()


def test_price_changes_and_sold_out_are_said(client: Client, product: Product) -> None:
    gone = ProductFactory(price=1000, title="Vải thiều", season="000001000000")
    add(client, product, **OWN)
    add(client, gone, **OWN)
    price_set(product=product, price=90000)
    stock_set(product=gone, num_in_stock=0)
    page = client.get("/gio-hang/").content.decode()
    assert "Giá Nước mắm Cửa Khe đã đổi từ 85.000\xa0₫ thành 90.000\xa0₫" in page
    assert "Không tính tiền" in page


@pytest.mark.parametrize("values", [{"is_alcohol": True, "abv": 29}, {"is_public": False}])
def test_liquor_and_hidden_goods_do_not_even_answer_with_their_name(client: Client, values: dict[str, object]) -> None:
    product = ProductFactory(price=90000, title="Không được hiện", **values)
    for headers in (OWN, {}, {**OWN, **HTMX}):
        response = add(client, product, **headers)
        assert (response.status_code, "Không được hiện" in response.content.decode()) == (404, False)
    assert not Line.objects.exists()


def test_liquor_is_not_named_when_only_the_parent_says_so(client: Client) -> None:
    """A browser that does not say where it comes from is asked first: the question has the name in it."""
    parent = ProductFactory(structure="parent")
    pack = ProductFactory(parent=parent, title="", producer=None, price=1000)
    Product.objects.filter(pk=parent.pk).update(is_alcohol=True, abv=30)
    assert client.post("/gio-hang/them/", {"product_id": pack.pk}).status_code == 404


@pytest.mark.parametrize("door", ["/dashboard/login/", "/cms/login/"])
def test_signing_in_brings_the_basket_along(client: Client, product: Product, door: str) -> None:
    add(client, product, **OWN)
    user = UserFactory(password="right", is_staff=True, is_superuser=True)
    client.post(door, {"username": user.email, "password": "right"})
    assert Basket.open.get().owner == user
    assert product.title in client.get("/gio-hang/").content.decode()


def test_looking_at_the_basket_writes_nothing_whoever_signed_in_meanwhile(client: Client, product: Product) -> None:
    """Another tab put something in while this one signed in: it follows with the next post."""
    add(client, product, **OWN)
    client.force_login(user := UserFactory())
    with CaptureQueriesContext(connection) as queries:
        client.get("/gio-hang/")
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []
    add(client, product, **OWN)
    assert [(basket.owner, pieces_in(basket)) for basket in Basket.open.all()] == [(user, 2)]


def test_english(client: Client, product: Product) -> None:
    client.post("/en/basket/add/", {"product_id": product.pk, "quantity": 1}, **OWN)
    page = client.get("/en/basket/").content.decode()
    assert "Parcel 1." in page


@pytest.mark.parametrize("product_id", ["", "x", "999999", "-1"])
def test_unknown_products(client: Client, product_id: str) -> None:
    assert client.post("/gio-hang/them/", {"product_id": product_id}, **OWN).status_code == 404


@pytest.mark.parametrize("change", [{"quantity": "2"}, {"remove": "1"}])
@pytest.mark.parametrize("line", ["1", "123456789012"])
def test_a_line_of_a_basket_that_is_no_more_is_no_error(client: Client, line: str, change: dict[str, str]) -> None:
    """A tab that is older than its cookie, and ids beyond a million."""
    response = client.post("/gio-hang/sua/", {"line": line, **change}, follow=True)
    assert response.status_code in (200, 422)
    assert "Giỏ hàng" in response.content.decode()
