"""The confirmation: queued with the order, sent by the worker, never in the way of it."""

import smtplib
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import override_settings
from post_office.models import STATUS, Email

from ocop.worker import send_mail
from storefront.order.models import Order
from storefront.order.services import OrderRefused
from tests.factories import ProductFactory
from tests.factories.storefront import basket_of, order_of, recipient


class Refusing(BaseEmailBackend):
    """A mail server that is down."""

    def open(self) -> bool:
        raise ConnectionRefusedError

    def send_messages(self, email_messages: Any) -> int:
        raise smtplib.SMTPServerDisconnected


def queued(backend: str) -> dict[str, Any]:
    return {**settings.POST_OFFICE, "BACKENDS": {"default": backend}}


@pytest.fixture
def order() -> Order:
    with override_settings(EMAIL_BACKEND="post_office.EmailBackend"):
        return order_of(basket_of((ProductFactory(price=85000), 1)), recipient(email="hanh@mau.example"))


@pytest.mark.django_db
def test_the_letter_says_what_was_agreed() -> None:
    order = order_of(
        basket_of((ProductFactory(price=85000, title="Nước mắm Cửa Khe"), 1)), recipient(email="hanh@mau.example")
    )
    (letter,) = mail.outbox
    html = letter.alternatives[0][0]
    assert letter.to == ["hanh@mau.example"]
    assert letter.subject == f"Đơn {order.number}: trả 120.000\xa0₫ khi nhận"
    for text in (letter.body, html):
        assert "Nước mắm Cửa Khe, 500\xa0ml × 1: 85.000\xa0₫" in text
        assert f"http://testserver/don-hang/{order.number}/{order.access_key}/" in text
        assert "Tổng cộng, gồm VAT và phí giao: 120.000\xa0₫" in text


@pytest.mark.django_db
def test_english_letters() -> None:
    order = order_of(basket_of((ProductFactory(price=85000), 1)), recipient(email="a@mau.example"), language="en")
    assert f"http://testserver/en/orders/{order.number}/{order.access_key}/" in mail.outbox[0].body
    assert mail.outbox[0].subject.endswith("on delivery")


@pytest.mark.django_db
def test_no_address_no_letter() -> None:
    order_of(basket_of((ProductFactory(price=85000), 1)))
    assert mail.outbox == []


@pytest.mark.django_db
def test_a_refused_order_leaves_no_letter() -> None:
    with override_settings(EMAIL_BACKEND="post_office.EmailBackend"), pytest.raises(OrderRefused):
        order_of(basket_of((ProductFactory(price=85000), 1)), recipient(email="a@mau.example"), seen="rubbish")
    assert not Email.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_dead_mail_server_hurts_no_order_and_the_letter_goes_when_it_is_back(order: Order) -> None:
    letter = Email.objects.get()
    assert letter.to == ["hanh@mau.example"]
    with override_settings(POST_OFFICE=queued(f"{__name__}.Refusing")):
        send_mail()
    letter.refresh_from_db()
    assert Order.objects.filter(pk=order.pk, status="placed").exists()
    assert letter.status == STATUS.requeued
    Email.objects.update(scheduled_time=None)
    with override_settings(POST_OFFICE=queued("django.core.mail.backends.locmem.EmailBackend")):
        send_mail()
    letter.refresh_from_db()
    assert letter.status == STATUS.sent
    assert [sent.to for sent in mail.outbox] == [["hanh@mau.example"]]
    send_mail()
    assert len(mail.outbox) == 1
