"""The checkout without JavaScript, as a browser posts it."""

import re
from typing import Any

import pytest
from django.test import Client

from catalog.models import Product
from catalog.places.loading import TWO_TIERS_SINCE
from catalog.places.models import SPECIAL_ZONE, AdminUnit, Succession
from catalog.services import price_set, stock_set
from storefront.basket.models import Basket
from storefront.order.models import Order
from tests.factories import CommuneFactory, ProductFactory, ProvinceFactory

pytestmark = pytest.mark.django_db

OWN = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def product() -> Product:
    return ProductFactory(price=85000, stock=5, title="Nước mắm Cửa Khe")


@pytest.fixture
def communes() -> list[AdminUnit]:
    """Two of one name in two provinces."""
    provinces = [ProvinceFactory(name="Đà Nẵng", full_name="Thành phố Đà Nẵng"), ProvinceFactory(name="Phú Thọ")]
    return [CommuneFactory(name="Tam Thanh", full_name="Xã Tam Thanh", parent=province) for province in provinces]


@pytest.fixture
def filled(client: Client, product: Product) -> Client:
    client.post("/gio-hang/them/", {"product_id": product.pk, "quantity": 2}, **OWN)
    return client


def fields(**values: Any) -> dict[str, Any]:
    return {
        "name": "Nguyễn Thị Mẫu", "phone": "0912 000 000", "email": "", "street": "Thôn 1", "note": "",
        "delivery": "home", "payment": "cod", "action": "quote", **values,
    }  # fmt: skip


def seen_in(page: str) -> str:
    match = re.search(r'name="seen" value="([^"]*)"', page)
    assert match
    return match.group(1)


def test_an_empty_basket_has_no_checkout(client: Client) -> None:
    response = client.get("/dat-hang/")
    assert (response.status_code, response.url) == (302, "/gio-hang/")


def test_first_the_sum_then_the_order(filled: Client, communes: list[AdminUnit]) -> None:
    page = filled.post("/dat-hang/", fields(commune_text="Tam Thanh, Đà Nẵng"))
    text = page.content.decode()
    assert page.status_code == 200
    assert "Đặt hàng, 215.000\xa0₫" in text
    assert not Order.objects.exists()
    response = filled.post(
        "/dat-hang/",
        fields(
            action="place", commune_text="Tam Thanh, Đà Nẵng", commune=communes[0].pk, seen=seen_in(text), terms="on"
        ),
    )
    order = Order.objects.get()
    assert response.url == f"/don-hang/{order.number}/{order.access_key}/"
    assert order.total_incl_tax == 215000
    assert order.shipping_address.line3 == "Xã Tam Thanh"
    assert {response.cookies[name]["max-age"] for name in ("ocop_basket", "oscar_open_basket")} == {0}
    confirmation = filled.get(response.url).content.decode()
    assert "Một kiện chờ nhà sản xuất xác nhận" in confirmation
    assert "0912 *** 000" in confirmation
    assert "0912 000 000" not in confirmation


def test_candidates_are_radio_buttons(filled: Client, communes: list[AdminUnit]) -> None:
    page = filled.post("/dat-hang/", fields(commune_text="tam thanh"))
    text = page.content.decode()
    assert page.status_code == 422
    assert "Chọn một dòng trong danh sách, để chúng tôi tính đúng phí giao" in text
    assert {str(unit.pk) for unit in communes} == set(re.findall(r'name="commune" value="(\d+)"', text))
    chosen = filled.post("/dat-hang/", fields(commune_text="tam thanh", commune=communes[1].pk))
    assert "Đặt hàng, " in chosen.content.decode()


def test_a_former_ward_with_its_town_is_enough(filled: Client) -> None:
    today, town = (
        CommuneFactory(name="Hội An", full_name="Phường Hội An", kind="Phường"),
        CommuneFactory(level="district", name="Hội An", full_name="Thành phố Hội An"),
    )
    gone = {"kind": "Phường", "parent": town, "valid_to": TWO_TIERS_SINCE}
    ward = CommuneFactory(name="Minh An", full_name="Phường Minh An", **gone)
    Succession.objects.create(from_unit=ward, to_unit=today, kind="whole", effective_on=TWO_TIERS_SINCE)
    # A name that shares the words, so that the list alone would not tell.
    CommuneFactory(name="An Hội Minh", full_name="Phường An Hội Minh", kind="Phường")
    page = filled.post("/dat-hang/", fields(commune_text="Minh An, Hoi An")).content.decode()
    assert f'name="commune" value="{today.pk}" checked' in page
    assert "Đặt hàng, " in page


def test_who_types_on_means_another_place(filled: Client, communes: list[AdminUnit]) -> None:
    hue = CommuneFactory(name="Phú Bài", full_name="Phường Phú Bài")
    page = filled.post("/dat-hang/", fields(commune_text="Phú Bài", commune=communes[0].pk)).content.decode()
    assert f'value="{hue.pk}" checked' in page


def test_mistakes_are_summed_up_said_and_kept(filled: Client) -> None:
    page = filled.post("/dat-hang/", fields(action="place", phone="0905 12 34 5", name="", commune_text="Chỗ Lạ"))
    text = page.content.decode()
    assert page.status_code == 422
    assert "Còn 4 chỗ cần sửa" in text
    assert text.count("Số điện thoại thiếu một chữ số. Ví dụ: 0912 345 678") == 2
    assert 'value="0905 12 34 5"' in text
    assert 'href="#id_phone"' in text
    assert "Không có nơi nào tên “Chỗ Lạ”" in text
    assert "Đọc và đồng ý với điều khoản để đặt hàng" in text
    assert not Order.objects.exists()


def test_the_consent_is_not_given_beforehand(filled: Client, communes: list[AdminUnit]) -> None:
    assert not re.search(r'name="terms"[^>]*checked', filled.get("/dat-hang/").content.decode())
    text = filled.post("/dat-hang/", fields(commune_text="Tam Thanh Đà Nẵng")).content.decode()
    assert not re.search(r'name="terms"[^>]*checked', text)
    refused = filled.post("/dat-hang/", fields(action="place", commune=communes[0].pk, seen=seen_in(text)))
    assert refused.status_code == 422
    assert not Order.objects.exists()


def placed(client: Client, commune: AdminUnit, **values: Any) -> Any:
    text = client.post("/dat-hang/", fields(commune=commune.pk)).content.decode()
    change = values.pop("before", None)
    if change:
        change()
    return client.post(
        "/dat-hang/", fields(action="place", commune=commune.pk, seen=seen_in(text), terms="on", **values)
    )


def test_a_new_price_is_said_and_not_charged(filled: Client, product: Product, communes: list[AdminUnit]) -> None:
    response = placed(filled, communes[0], before=lambda: price_set(product=product, price=90000))
    text = response.content.decode()
    assert response.status_code == 409
    assert "Giá Nước mắm Cửa Khe, 500\xa0ml đã đổi từ 85.000\xa0₫ thành 90.000\xa0₫." in text
    assert 'value="Nguyễn Thị Mẫu"' in text
    assert "Đặt hàng, 225.000\xa0₫" in text
    assert not Order.objects.exists()
    again = filled.post("/dat-hang/", fields(action="place", commune=communes[0].pk, seen=seen_in(text), terms="on"))
    assert again.status_code == 302
    assert Order.objects.get().total_incl_tax == 225000


@pytest.mark.parametrize("left", [0, 1])
def test_less_stock_is_said(filled: Client, product: Product, communes: list[AdminUnit], left: int) -> None:
    response = placed(filled, communes[0], before=lambda: stock_set(product=product, num_in_stock=left))
    assert response.status_code == 409
    assert "Sửa giỏ hàng" in response.content.decode()
    assert not Order.objects.exists()
    assert Basket.objects.get().status == Basket.OPEN


@pytest.mark.parametrize(
    ("field", "typed", "is_placed"),
    [
        ("email", f"{'a' * 60}@{'.'.join(['b' * 60] * 3)}.vn", True),
        ("email", f"{'a' * 60}@{'.'.join(['b' * 60] * 4)}.vn", False),
        ("street", "\ufb2c" * 150, False),  # one letter that is three in NFC
        ("name", "\ufb2c" * 40, True),
    ],
)
def test_what_is_too_long_for_its_column_is_said_beside_the_field(
    filled: Client, communes: list[AdminUnit], field: str, typed: str, is_placed: bool
) -> None:
    response = placed(filled, communes[0], **{field: typed})
    assert response.status_code == (302 if is_placed else 422)
    assert Order.objects.exists() == is_placed
    assert is_placed or f'id="id_{field}_error"' in response.content.decode()


def test_a_second_submit_gets_the_same_order(filled: Client, communes: list[AdminUnit]) -> None:
    cookie = filled.cookies["oscar_open_basket"].value
    first = placed(filled, communes[0])
    filled.cookies["oscar_open_basket"] = cookie
    second = filled.post("/dat-hang/", fields(action="place", commune=communes[0].pk, seen="", terms="on"))
    assert (first.url, Order.objects.count()) == (second.url, 1)


def test_htmx_gets_the_sums_without_errors(filled: Client, communes: list[AdminUnit]) -> None:
    response = filled.post("/dat-hang/", fields(name="", phone="", commune=communes[0].pk), HTTP_HX_REQUEST="true")
    text = response.content.decode()
    assert response.status_code == 200
    assert "Đặt hàng, 215.000\xa0₫" in text
    assert "field--error" not in text
    assert text.count("hx-swap-oob") == 3


def test_suggestions(client: Client, communes: list[AdminUnit]) -> None:
    rows = client.get("/dat-hang/xa-phuong/", {"q": "tam thanh"}).json()["communes"]
    assert {row["id"] for row in rows} == {unit.pk for unit in communes}
    part = client.get("/dat-hang/xa-phuong/", {"commune_text": "tam thanh"}, HTTP_HX_REQUEST="true").content.decode()
    assert part.count('type="radio"') == 2
    assert client.get("/dat-hang/xa-phuong/", {"q": "t"}).json() == {"communes": []}


def test_english_orders_are_english(client: Client, product: Product, communes: list[AdminUnit]) -> None:
    client.post("/en/basket/add/", {"product_id": product.pk, "quantity": 1}, **OWN)
    text = client.post("/en/checkout/", fields(commune=communes[0].pk)).content.decode()
    assert "Place the order, 120.000\xa0₫" in text
    response = client.post(
        "/en/checkout/", fields(action="place", commune=communes[0].pk, seen=seen_in(text), terms="on")
    )
    assert response.url.startswith("/en/orders/")
    assert Order.objects.get().language == "en"


def test_the_page_is_nobody_elses(filled: Client) -> None:
    response = filled.get("/dat-hang/")
    assert "private" in response["Cache-Control"]
    assert "no-store" not in response["Cache-Control"]  # browsers must find it again on the way back
    assert 'content="noindex"' in response.content.decode()


def test_what_would_not_arrive_cold_is_refused_at_delivery_and_nothing_is_summed_up(client: Client) -> None:
    chilled = ProductFactory(price=85000, stock=5, shipping_class="chilled")
    client.post("/gio-hang/them/", {"product_id": chilled.pk, "quantity": 1}, **OWN)
    island = CommuneFactory(name="Trường Sa", full_name="Đặc khu Trường Sa", kind=SPECIAL_ZONE)
    page = client.post("/dat-hang/", fields(commune_text="Trường Sa", commune=island.pk)).content.decode()
    assert page.count("hàng lạnh không tới nơi này kịp") == 1
    assert 'value="place"' not in page
    assert "Tổng cộng" not in page
