"""Letters after the order was placed, and what pages say of steps that staff recorded."""

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from post_office.models import Email

from catalog.money import dong
from storefront.order.models import Order
from storefront.order.progress import StepRefused, consignment_advance, order_cancel
from tests.factories import ProductFactory, UserFactory
from tests.factories.storefront import basket_of, order_of, parcel_to, recipient

pytestmark = pytest.mark.django_db


@pytest.fixture
def order() -> Order:
    """Two parcels, with an address for letters; the confirmation is out of the way."""
    placed = order_of(
        basket_of((ProductFactory(price=85000, title="Nước mắm"), 1), (ProductFactory(price=500), 1)),
        recipient(email="hanh@mau.example"),
    )
    mail.outbox.clear()
    return placed


def move(order: Order, number: int, status: str, **more: str) -> None:
    parcel_to(order.consignments.get(number=number), status, **more)


def clerk_page(client: Client, order: Order) -> str:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client.get(reverse("dashboard:order-detail", kwargs={"number": order.number})).content.decode()


def test_a_letter_when_a_parcel_leaves(order: Order) -> None:
    move(order, 1, "packed")
    assert mail.outbox == []
    move(order, 1, "dispatched", tracking_number="VN0MAU")
    (letter,) = mail.outbox
    assert letter.to == ["hanh@mau.example"]
    assert letter.subject.startswith(f"Đơn {order.number}: kiện của ")
    assert letter.subject.endswith("đang trên đường")
    assert "VN0MAU" in letter.body
    assert f"/don-hang/{order.number}/{order.access_key}/" in letter.body


def test_a_letter_a_cancelled_parcel_and_one_for_the_order(order: Order) -> None:
    move(order, 1, "cancelled")
    move(order, 2, "cancelled")
    subjects = [letter.subject for letter in mail.outbox]
    assert subjects[0].endswith("đã hủy")
    assert subjects[1:] == [f"Đơn {order.number} đã hủy"]


def test_a_cancelled_order_is_one_letter_in_its_language() -> None:
    order = order_of(basket_of((ProductFactory(price=85000), 1)), recipient(email="a@mau.example"), language="en")
    mail.outbox.clear()
    order_cancel(order=order, declared_by="buyer")
    (letter,) = mail.outbox
    assert letter.subject == f"Order {order.number} is cancelled"
    assert "/en/orders/" in letter.body


def test_a_refused_cancellation_leaves_no_letter(order: Order) -> None:
    for number in (1, 2):
        move(order, number, "dispatched")
    with override_settings(EMAIL_BACKEND="post_office.EmailBackend"), pytest.raises(StepRefused):
        order_cancel(order=order, declared_by="buyer")
    assert not Email.objects.exists()


def test_no_address_no_letter() -> None:
    order_cancel(order=order_of(basket_of((ProductFactory(price=85000), 1))), declared_by="buyer")
    assert mail.outbox == []


def test_the_page_says_that_staff_recorded_the_step(client: Client, order: Order) -> None:
    parcel = order.consignments.get(number=1)
    consignment_advance(consignment=parcel, status="confirmed", declared_by="partner", actor=UserFactory())
    page = client.get(f"/don-hang/{order.number}/{order.access_key}/").content.decode()
    assert f"cửa hàng ghi thay {parcel.partner_name}" in page
    assert f"{parcel.partner_name} khai báo" not in page


def test_what_staff_record_is_nobody_elses_declaration(client: Client, order: Order) -> None:
    move(order, 1, "dispatched")
    clerk = Client()
    clerk.force_login(UserFactory(is_superuser=True))
    parcel = order.consignments.get(number=1)
    fields = {"order_action": "move_consignment", "consignment": parcel.pk, "parcel_status": "delivered"}
    clerk.post(reverse("dashboard:order-detail", kwargs={"number": order.number}), fields)
    page = client.get(f"/don-hang/{order.number}/{order.access_key}/").content.decode()
    assert "cửa hàng ghi nhận" in page
    assert page.count(f"{parcel.partner_name} khai báo") == 3


def test_one_cancelled_parcel_of_two_is_not_charged(client: Client, order: Order) -> None:
    move(order, 1, "cancelled")
    due = dong(order.consignments.get(number=2).cod_amount)
    assert due in mail.outbox[-1].body
    page = client.get(f"/don-hang/{order.number}/{order.access_key}/").content.decode()
    summary = page.split("order__summary", 1)[1]
    assert f'Tổng, trả khi nhận</dt><dd class="tabular">{due}' in summary
    assert "Đã hủy, không tính tiền" in summary
    assert due in clerk_page(client, order).split("Còn phải trả khi nhận", 1)[1][:60]


def test_nothing_is_to_pay_once_all_is_delivered(client: Client, order: Order) -> None:
    for number in (1, 2):
        move(order, number, "delivered")
    page = client.get(f"/don-hang/{order.number}/{order.access_key}/").content.decode()
    assert "khi nhận" not in page.split("<main", 1)[1].split("</main>")[0]


def test_staff_are_offered_only_steps_that_work(client: Client, order: Order) -> None:
    page = clerk_page(client, order)
    assert 'name="parcel_status" value="cancelled"' in page
    assert 'name="new_status" value="cancelled"' in page
    assert '<option value="confirmed">' in page
    assert 'value="packed"' not in page
    move(order, 1, "dispatched")
    move(order, 2, "cancelled")
    page = clerk_page(client, order)
    assert '<option value="delivered">' in page
    assert 'value="cancelled"' not in page
    assert 'name="parcel_status" value="returning"' in page
    assert 'value="packed"' not in page
    move(order, 1, "delivered")
    assert 'name="parcel_status"' not in clerk_page(client, order)


def test_the_order_can_be_cancelled_as_offered(client: Client, order: Order) -> None:
    clerk_page(client, order)
    address = reverse("dashboard:order-detail", kwargs={"number": order.number})
    client.post(address, {"order_action": "change_order_status", "new_status": "cancelled"})
    order.refresh_from_db()
    assert order.status == "cancelled"


def test_staff_say_why_a_parcel_does_not_arrive_and_the_buyer_reads_it(client: Client, order: Order) -> None:
    move(order, 1, "dispatched")
    mail.outbox.clear()
    clerk_page(client, order)
    address = reverse("dashboard:order-detail", kwargs={"number": order.number})
    parcel = order.consignments.get(number=2)
    fields = {"order_action": "move_consignment", "consignment": parcel.pk, "parcel_status": "cancelled"}
    assert "Ghi lý do" in client.post(address, fields, follow=True).content.decode()
    assert "Kiện 2: Đã hủy" in client.post(address, {**fields, "note": "Hết hàng."}, follow=True).content.decode()
    (letter,) = mail.outbox
    due = dong(order.consignments.get(number=1).cod_amount)
    assert "Lý do: Hết hàng. Các kiện còn lại Quý khách trả" in letter.body
    assert due in letter.body
    assert "bạn" not in letter.body


def test_a_letter_of_the_last_parcel_promises_no_others(order: Order) -> None:
    move(order, 1, "delivered")
    move(order, 2, "cancelled")
    assert "còn lại" not in mail.outbox[-1].body
    assert "0\xa0₫" not in mail.outbox[-1].body


def test_only_letters_about_samples_say_that_nothing_is_sent() -> None:
    for is_sample in (True, False):
        product = ProductFactory(price=85000, is_sample=is_sample)
        order_cancel(order=order_of(basket_of((product, 1)), recipient(email="a@mau.example")), declared_by="buyer")
    said = ["không gửi hàng thật" in letter.body for letter in mail.outbox]
    assert said == [True, True, False, False]


def test_english_letters_and_pages_use_the_english_name(client: Client) -> None:
    product = ProductFactory(price=85000, title="Nước mắm", title_en="Fish sauce")
    order = order_of(basket_of((product, 1)), recipient(email="a@mau.example"), language="en")
    page = client.get(f"/en/orders/{order.number}/{order.access_key}/").content.decode()
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0][0], page.split("<main", 1)[1]):
        assert "Fish sauce" in text
        assert "Nước mắm" not in text


def test_staff_read_states_in_words(client: Client, order: Order) -> None:
    order_cancel(order=order, declared_by="buyer")
    clerk_page(client, order)
    for address in (reverse("dashboard:order-list"), reverse("dashboard:order-detail", args=[order.number])):
        page = client.get(address).content.decode()
        assert "Tổng số đơn hàng" not in page
        assert ">cancelled<" not in page
        assert ">Đã hủy</td>" in page
    assert '?status=cancelled">Đã hủy</a>' in client.get(reverse("dashboard:order-stats")).content.decode()
