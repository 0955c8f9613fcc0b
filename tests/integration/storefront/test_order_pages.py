"""Finding an order again, what its page tells, calling it off."""

import pytest
from django.test import Client

from storefront.order.models import Order
from storefront.order.views import TRIES_A_CLIENT, TRIES_A_NUMBER
from tests.factories import ProductFactory
from tests.factories.storefront import basket_of, order_of, parcel_to, recipient

pytestmark = pytest.mark.django_db

SAME = "Không có đơn nào khớp cả số đơn và số điện thoại này. Bạn xem lại cả hai."


@pytest.fixture
def order() -> Order:
    return order_of(basket_of((ProductFactory(price=85000, ocop_star=4), 1)))


def look_up(client: Client, number: str, phone: str = "0912 000 000", **extra: str) -> object:
    return client.post("/don-hang/", {"number": number, "phone": phone}, **extra)


def test_number_and_phone_open_the_order(client: Client, order: Order) -> None:
    for typed in (order.number, order.number.replace("-", ""), f" {order.number.replace('-', ' ')} "):
        assert look_up(client, typed).url == f"/don-hang/{order.number}/{order.access_key}/"


def test_wrong_and_unknown_say_the_same(client: Client, order: Order) -> None:
    for number in (order.number, "2611-000000-0", "abc"):
        response = look_up(client, number, "0912 000 001")
        assert response.status_code == 404
        assert SAME in response.content.decode()


@pytest.mark.parametrize(
    ("phone", "says"), [("0912", "Số điện thoại thiếu 6 chữ số"), ("abc", "Số điện thoại chỉ có chữ số")]
)
def test_what_can_be_no_phone_is_said_beside_the_field_of_any_order(
    client: Client, order: Order, phone: str, says: str
) -> None:
    for number in (order.number, "2611-000000-0"):
        response = look_up(client, number, phone)
        assert response.status_code == 422
        assert 'id="id_phone_error"' in response.content.decode()
        assert says in response.content.decode()


def test_a_client_is_stopped_after_some_tries(client: Client, order: Order) -> None:
    for attempt in range(TRIES_A_CLIENT):
        assert look_up(client, f"2611-{attempt:06}-0").status_code == 404
    assert look_up(client, order.number).status_code == 429
    assert look_up(client, order.number, REMOTE_ADDR="10.0.0.2").status_code == 302


def test_a_number_is_closed_after_some_tries_from_anywhere(client: Client, order: Order) -> None:
    for attempt in range(TRIES_A_NUMBER):
        look_up(client, order.number, f"0912 000 00{attempt + 1}", REMOTE_ADDR=f"10.0.1.{attempt}")
    assert look_up(client, order.number, REMOTE_ADDR="10.0.2.1").status_code == 429


def test_a_claimed_address_does_not_help(client: Client, order: Order) -> None:
    for attempt in range(TRIES_A_CLIENT):
        look_up(client, f"2611-{attempt:06}-0", HTTP_X_FORWARDED_FOR=f"10.0.3.{attempt}")
    assert look_up(client, order.number, HTTP_X_FORWARDED_FOR="10.9.9.9").status_code == 429


def test_the_number_alone_opens_nothing(client: Client, order: Order) -> None:
    response = client.get(f"/don-hang/{order.number}/", follow=True)
    assert f'value="{order.number}"' in response.content.decode()
    assert "85.000" not in response.content.decode()


@pytest.mark.parametrize("key", ["x", "0" * 24])
def test_a_wrong_key_is_not_found(client: Client, order: Order, key: str) -> None:
    assert client.get(f"/don-hang/{order.number}/{key}/").status_code == 404


def test_an_order_without_key_stays_closed(client: Client, order: Order) -> None:
    Order.objects.update(access_key="")
    assert client.get(f"/don-hang/{order.number}/x/").status_code == 404


def test_the_page_is_private_and_says_what_was_true(client: Client, order: Order) -> None:
    response = client.get(f"/don-hang/{order.number}/{order.access_key}/")
    page = response.content.decode()
    assert "4 sao khi mua" in page
    assert "0912 *** 000" in page
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert "no-store" in response["Cache-Control"]


def test_the_page_needs_as_many_queries_for_one_line_as_for_five(
    client: Client, order: Order, django_assert_max_num_queries: object
) -> None:
    big = order_of(basket_of(*((ProductFactory(price=1000), 1) for _ in range(5))), recipient())
    for one in (order, big):
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            client.get(f"/don-hang/{one.number}/{one.access_key}/")


def test_calling_it_off(client: Client, order: Order) -> None:
    address = f"/don-hang/{order.number}/{order.access_key}/"
    assert client.get(f"{address}huy/").status_code == 405
    assert client.post(f"{address}huy/").url == address
    page = client.get(address).content.decode()
    assert "Một kiện đã hủy" in page
    assert "Không giao gì nữa, bạn không phải trả gì." in page
    for promise in ("Hủy khi chưa gửi", "Cảm ơn", "khi nhận", "data-print"):
        assert promise not in page
    assert client.post(f"{address}huy/").status_code == 302


def test_what_has_not_left_can_still_be_called_off_and_is_named(client: Client) -> None:
    goods = ProductFactory(price=85000), ProductFactory(price=1000)
    order = order_of(basket_of(*((product, 1) for product in goods)), recipient(email="hanh@mau.example"))
    first, second = order.consignments.order_by("number")
    address = f"/don-hang/{order.number}/{order.access_key}/"
    assert "Xác nhận sẽ gửi tới" in client.get(address).content.decode()
    parcel_to(first, "dispatched")
    page = client.get(address).content.decode()
    assert "Xác nhận sẽ gửi tới" not in page
    assert f"<li>Kiện 2. {second.partner_name}</li>" in page
    assert f"<li>Kiện 1. {first.partner_name}</li>" not in page
    client.post(f"{address}huy/")
    assert list(order.consignments.order_by("number").values_list("status", flat=True)) == ["dispatched", "cancelled"]
    assert "Hủy khi chưa gửi" not in client.get(address).content.decode()
    assert client.post(f"{address}huy/").status_code == 409


def test_nobody_calls_off_without_the_key(client: Client, order: Order) -> None:
    assert client.post(f"/don-hang/{order.number}/x/huy/").status_code == 404
    order.refresh_from_db()
    assert order.status == "placed"


def test_an_address_with_a_strange_key_is_no_order(client: Client, order: Order) -> None:
    assert client.get(f"/don-hang/{order.number}/khoá/").status_code == 404
