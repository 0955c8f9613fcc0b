"""One transaction that makes all of an order, or refuses and changes nothing."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from oscar.apps.offer.models import Benefit, Condition, ConditionalOffer, Range
from oscar.apps.order.signals import order_placed

from catalog.partner.models import StockRecord
from catalog.places.models import SPECIAL_ZONE
from catalog.services import price_set, stock_set
from storefront.basket.models import Basket
from storefront.gateways.cash_on_delivery import most_per_parcel
from storefront.order.models import Consignment, Line, Order, ShippingAddress
from storefront.order.services import OrderRefused, order_place
from tests.factories import CertificateFactory, CommuneFactory, DecisionFactory, ProducerFactory, ProductFactory
from tests.factories.storefront import basket_of, order_of, recipient, seen_for

pytestmark = pytest.mark.django_db


def nothing_changed(basket: Basket) -> bool:
    basket.refresh_from_db()
    return (
        basket.status == Basket.OPEN
        and not Order.objects.exists()
        and not Consignment.objects.exists()
        and not ShippingAddress.objects.exists()
        and not StockRecord.objects.filter(num_allocated__gt=0).exists()
        and not mail.outbox
    )


def percentage_off(percent: int, most: int | None = None) -> ConditionalOffer:
    everything = Range.objects.create(name="Tất cả", includes_all_products=True)
    return ConditionalOffer.objects.create(
        name="Tuần lễ OCOP",
        condition=Condition.objects.create(range=everything, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(range=everything, type=Benefit.PERCENTAGE, value=percent),
        max_global_applications=most,
    )


def test_an_order_with_a_consignment_for_each_partner() -> None:
    maker = ProducerFactory()
    basket = basket_of(
        (ProductFactory(price=650000, producer=maker), 1),
        (ProductFactory(price=190000), 2),
        (ProductFactory(price=220000, producer=maker), 2),
    )
    to = recipient(street="27 Trần Quốc Toản", note="Gọi trước")
    order = order_of(basket, to)
    parcels = list(order.consignments.all())
    assert [(parcel.number, parcel.goods_total, parcel.lines.count()) for parcel in parcels] == [
        (1, 1090000, 2),
        (2, 380000, 1),
    ]
    assert all(parcel.cod_amount == parcel.goods_total + parcel.shipping_fee for parcel in parcels)
    assert order.total_incl_tax == sum(parcel.cod_amount for parcel in parcels)
    assert order.shipping_incl_tax == sum(parcel.shipping_fee for parcel in parcels)
    assert [(event.status, event.declared_by) for parcel in parcels for event in parcel.events.all()] == [
        ("placed", "buyer")
    ] * 2
    address = order.shipping_address
    assert (address.first_name, address.line1, address.line3, address.notes) == (
        "Nguyễn Thị Mẫu", "27 Trần Quốc Toản", to.commune.full_name, "Gọi trước",
    )  # fmt: skip
    assert (address.commune_code, address.province_code, address.line4) == (
        to.commune.code, to.commune.parent.code, to.commune.parent.full_name,
    )  # fmt: skip
    assert (order.phone, order.payment_method, order.terms_version, order.status) == (
        "+84912000000",
        "cod",
        "test",
        "placed",
    )
    assert order.terms_accepted_at == order.date_placed
    basket.refresh_from_db()
    assert basket.status == Basket.SUBMITTED


def test_the_place_is_kept_with_the_version_of_its_data() -> None:
    commune = CommuneFactory(legal_act="Quyết định 19/2025/QĐ-TTg", valid_from=date(2025, 7, 1))
    order = order_of(basket_of((ProductFactory(price=1000), 1)), recipient(commune=commune))
    assert order.shipping_address.places_version == "Quyết định 19/2025/QĐ-TTg (2025-07-01)"


def test_stock_is_allocated() -> None:
    product = ProductFactory(price=1000, stock=5)
    order_of(basket_of((product, 3)))
    record = product.stockrecords.get()
    assert (record.num_in_stock, record.num_allocated, record.net_stock_level) == (5, 3, 2)


def test_the_line_keeps_what_was_true() -> None:
    product = ProductFactory(price=85000, ocop_star=4, title="Nước mắm Cửa Khe", pack="chai")
    certificate = product.certificates.get()
    line = order_of(basket_of((product, 1))).lines.get()
    assert (line.ocop_star, line.certificate_number, line.decision_number, line.certificate_expires_on) == (
        4, certificate.number, certificate.decision.number, certificate.expires_on,
    )  # fmt: skip
    assert (line.product_slug, line.producer_name) == (product.slug, product.producer.name)
    assert product.producer.commune.full_name in line.place_name
    assert line.snapshot["certificate"]["state"] == "active"
    assert line.snapshot["price"] == 85000
    product.title = "Anders"
    product.save()
    line.refresh_from_db()
    assert (line.title, line.snapshot["product"]["title"]) == ("Nước mắm Cửa Khe", "Nước mắm Cửa Khe")


def test_a_lapsed_star_is_no_star() -> None:
    product = ProductFactory(price=85000)
    CertificateFactory(product=product, ocop_star=4, decision=DecisionFactory(signed_on=date(2020, 1, 2)))
    line = order_of(basket_of((product, 1))).lines.get()
    assert (line.ocop_star, line.certificate_number) == (None, "")
    assert line.snapshot["certificate"]["state"] == "expired"


def test_a_basket_becomes_one_order() -> None:
    product = ProductFactory(price=1000, stock=5)
    basket, to = basket_of((product, 2)), recipient()
    seen = seen_for(basket, to)
    first = order_of(basket, to, seen=seen)
    again = order_of(basket, to, seen=seen)
    assert (first.pk, Order.objects.count()) == (again.pk, 1)
    assert product.stockrecords.get().num_allocated == 2


def test_a_basket_without_a_row_is_nobodys_order() -> None:
    order_of(basket_of((ProductFactory(price=1000), 1)))
    Order.objects.update(basket=None)
    with pytest.raises(OrderRefused):
        order_place(basket=Basket(), recipient=recipient(), seen="", payment_method="cod", terms_version="test")


@pytest.mark.parametrize("stock", [0, 1])
def test_sold_out_in_between_is_said_and_nothing_happens(stock: int) -> None:
    product, other = ProductFactory(price=1000, stock=5, title="Trà đinh", pack="hộp"), ProductFactory(price=500)
    basket, to = basket_of((other, 1), (product, 2)), recipient()
    seen = seen_for(basket, to)
    stock_set(product=product, num_in_stock=stock)
    with pytest.raises(OrderRefused) as caught:
        order_of(basket, to, seen=seen)
    assert any("Trà đinh" in sentence for sentence in caught.value.sentences)
    assert nothing_changed(basket)


def test_a_price_that_changed_in_between_is_said() -> None:
    product = ProductFactory(price=185000, title="Nước mắm Lê Gia", net_content=None, net_unit="")
    basket, to = basket_of((product, 2)), recipient()
    seen = seen_for(basket, to)
    price_set(product=product, price=190000)
    with pytest.raises(OrderRefused) as caught:
        order_of(basket, to, seen=seen)
    assert caught.value.sentences == ["Giá Nước mắm Lê Gia đã đổi từ 185.000\xa0₫ thành 190.000\xa0₫."]
    assert nothing_changed(basket)


def test_another_place_means_another_fee_and_is_said() -> None:
    maker = ProducerFactory()
    basket = basket_of((ProductFactory(price=1000, producer=maker), 1))
    seen = seen_for(basket, recipient(commune=maker.commune))
    with pytest.raises(OrderRefused, match=re.escape("Phí giao đã đổi từ 20.000\xa0₫ thành 35.000\xa0₫")):
        order_of(basket, recipient(), seen=seen)
    assert nothing_changed(basket)


@pytest.mark.parametrize("seen", ["", "rubbish", "1:1|x", "|", "1:0:0|0"])
def test_what_was_never_seen_is_never_charged(seen: str) -> None:
    basket = basket_of((ProductFactory(price=1000), 1))
    with pytest.raises(OrderRefused):
        order_place(basket=basket, recipient=recipient(), seen=seen, payment_method="cod", terms_version="test")
    assert nothing_changed(basket)


def test_a_piece_more_from_another_tab_is_said() -> None:
    product = ProductFactory(price=1000, title="Chè", net_content=None, net_unit="")
    basket, to = basket_of((product, 1)), recipient()
    seen = seen_for(basket, to)
    basket.lines.update(quantity=3)
    with pytest.raises(OrderRefused, match="Chè: nay là 3, trước là 1"):
        order_of(basket, to, seen=seen)


def test_cash_has_a_limit_for_each_parcel() -> None:
    basket = basket_of((ProductFactory(price=most_per_parcel()), 1))
    with pytest.raises(OrderRefused, match="thu hộ nhiều nhất"):
        order_of(basket)
    assert nothing_changed(basket)


def test_chilled_goods_are_not_sold_to_an_island() -> None:
    basket = basket_of((ProductFactory(price=85000, stock=3, shipping_class="chilled"), 1))
    with pytest.raises(OrderRefused, match="hàng lạnh không tới nơi này kịp"):
        order_of(basket, recipient(commune=CommuneFactory(kind=SPECIAL_ZONE)))
    assert nothing_changed(basket)


def test_unknown_payment_is_refused() -> None:
    basket = basket_of((ProductFactory(price=1000), 1))
    with pytest.raises(OrderRefused, match="Chọn cách thanh toán"):
        order_of(basket, payment_method="bitcoin")
    assert nothing_changed(basket)


def test_percentages_end_in_whole_dong() -> None:
    percentage_off(7)
    order = order_of(basket_of((ProductFactory(price=12345), 3)))
    line = order.lines.get()
    assert (line.line_price_before_discounts_incl_tax, line.line_price_incl_tax) == (Decimal(37035), Decimal(34443))
    assert order.total_incl_tax == Decimal(34443) + order.shipping_incl_tax
    assert order.discounts.get().offer_name == "Tuần lễ OCOP"


def test_an_offer_is_not_used_more_often_than_it_may() -> None:
    offer = percentage_off(10, most=1)
    product = ProductFactory(price=10000)
    first, second, to = basket_of((product, 1)), basket_of((product, 1)), recipient()
    seen = [seen_for(basket, to) for basket in (first, second)]
    order_of(first, to, seen=seen[0])
    offer.refresh_from_db()
    assert offer.num_applications == 1
    with pytest.raises(OrderRefused):
        order_of(second, to, seen=seen[1])
    assert Order.objects.count() == 1


def test_liquor_in_an_old_basket_is_not_sold() -> None:
    product, other = ProductFactory(price=1000), ProductFactory(price=500)
    basket, to = basket_of((product, 1), (other, 1)), recipient()
    type(product).objects.filter(pk=product.pk).update(is_alcohol=True, abv=20)
    order = order_of(basket, to)
    assert [line.product_id for line in order.lines.all()] == [other.pk]


def test_buyers_wait_for_nobody_when_reports_fail(
    django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**kwargs: object) -> None:
        raise RuntimeError

    order_placed.connect(broken)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            order = order_of(basket_of((ProductFactory(price=1000), 1)))
    finally:
        order_placed.disconnect(broken)
    assert Order.objects.get().pk == order.pk


def test_amounts_are_whole_in_every_column() -> None:
    order = order_of(basket_of((ProductFactory(price=99999), 7), (ProductFactory(price=1), 3)))
    amounts = [order.total_incl_tax, order.shipping_incl_tax]
    amounts += [
        value for row in Line.objects.values_list("line_price_incl_tax", "unit_price_incl_tax") for value in row
    ]
    assert all(amount == amount.to_integral_value() for amount in amounts)
    assert order.date_placed <= timezone.now()
