from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.clock import today
from tests.factories import CertificateFactory, CommuneFactory, DecisionFactory, ProducerFactory, ProductFactory
from tests.factories.content import make_staff


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_staff("Editors"))
    return client


def results(client: Client, name: str, q: str = "") -> str:
    return client.get(reverse(f"{name}:choose_results"), {"q": q}).content.decode()


def test_products_are_found_without_accents(editor: Client) -> None:
    ProductFactory(title="Nước mắm Cửa Khe", producer=ProducerFactory(short_name="HTX Cửa Khe"))
    ProductFactory(title="Trà đinh Hảo Đạt")

    found = results(editor, "product_chooser", "cua nuoc mam")

    assert "Nước mắm Cửa Khe" in found
    assert "HTX Cửa Khe" in found
    assert "Trà đinh" not in found


def test_liquor_is_never_offered(editor: Client) -> None:
    liquor = ProductFactory(title="Rượu mơ", is_alcohol=True, abv=29)

    assert "Rượu mơ" not in results(editor, "product_chooser")
    assert "Rượu mơ" not in results(editor, "product_chooser", "ruou mo")
    assert editor.get(reverse("product_chooser:chosen", args=[liquor.pk])).status_code == 404


def test_expired_certificates_are_said_to_be_expired(editor: Client) -> None:
    old = DecisionFactory(signed_on=today() - timedelta(days=1500))
    CertificateFactory(product__title="Dầu lạc", decision=old, ocop_star=3)
    CertificateFactory(product__title="Miến dong", ocop_star=5)

    found = results(editor, "product_chooser")

    assert "hết hạn: từng đạt 3 sao" in found
    assert "5 sao đến" in found


def test_stars_of_a_page_of_results_are_read_at_once(editor: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(10):
        ProductFactory(ocop_star=4)
    results(editor, "product_chooser")

    with django_assert_max_num_queries(12):
        results(editor, "product_chooser")


def test_producers_are_found_without_accents(editor: Client) -> None:
    ProducerFactory(name="Hợp tác xã chè Hảo Đạt", short_name="HTX chè Hảo Đạt")
    ProducerFactory(name="Cơ sở khác", short_name="Cơ sở khác")

    found = results(editor, "producer_chooser", "hao dat")

    assert "Hảo Đạt" in found
    assert "Cơ sở khác" not in found


def test_communes_of_today_only(editor: Client) -> None:
    now = CommuneFactory(name="Tân Cương", full_name="Xã Tân Cương", folded_path=" xa tan cuong thai nguyen")
    CommuneFactory(name="Tân Cương cũ", full_name="Xã Tân Cương cũ", folded_path=" xa tan cuong cu", valid_to=today())

    found = results(editor, "commune_chooser", "tan cuong")

    assert now.full_name in found
    assert "Tân Cương cũ" not in found
