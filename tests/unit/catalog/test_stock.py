"""Prices are whole đồng and stock is never promised twice."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from catalog import services
from catalog.cards import product_cards
from catalog.detail import find_product, pack_offers
from catalog.models import Product
from catalog.partner.models import OutOfStock, StockRecord
from catalog.signals import stock_changed
from tests.factories import ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> StockRecord:
    return ProductFactory(price=85000, stock=3).stockrecords.get()


def test_allocating_more_than_is_left_changes_nothing(record: StockRecord) -> None:
    record.allocate(2)
    with pytest.raises(OutOfStock):
        record.allocate(2)
    record.refresh_from_db()
    assert (record.num_allocated, record.net_stock_level) == (2, 1)


def test_the_database_itself_refuses_to_oversell(record: StockRecord) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecord.objects.filter(pk=record.pk).update(num_allocated=4)


def test_stock_cannot_fall_below_what_was_promised(record: StockRecord) -> None:
    record.allocate(2)
    with pytest.raises(ValidationError, match="2"):
        services.stock_set(product=record.product, num_in_stock=1)
    record.refresh_from_db()
    assert record.num_in_stock == 3


def test_a_new_price_keeps_what_was_reserved_meanwhile(record: StockRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = StockRecord.objects.get(pk=record.pk)
    record.allocate(2)
    monkeypatch.setattr(services, "stock_record_of", lambda _product: stale)
    services.price_set(product=record.product, price=90000)
    record.refresh_from_db()
    assert (record.price, record.num_allocated, record.num_in_stock) == (90000, 2, 3)


@pytest.mark.parametrize("price", [0, -5, 1000.5])
def test_a_price_is_whole_and_positive(price: float) -> None:
    product = ProductFactory()
    with pytest.raises(ValidationError):
        services.price_set(product=product, price=price)  # type: ignore[arg-type]
    assert not product.has_stockrecords


def test_the_first_pack_turns_a_product_into_a_parent() -> None:
    product = ProductFactory(net_content=None, net_unit="")
    small = services.pack_add(parent=product, slug="goi-nho", net_content=100, net_unit="g", ship_weight_g=150)
    services.price_set(product=small, price=50000)
    product.refresh_from_db()
    assert (product.structure, small.get_title()) == (Product.PARENT, product.title)
    assert Product.objects.shown().with_offer().get().shown_price == 50000


def test_a_card_shows_the_price_of_the_default_size() -> None:
    product = ProductFactory(net_content=100, net_unit="g")
    for size, price in ((50, 340000), (100, 650000), (200, 1250000)):
        pack = services.pack_add(parent=product, slug=f"goi-{size}", net_content=size, net_unit="g", ship_weight_g=size)
        services.price_set(product=pack, price=price)
        services.stock_set(product=pack, num_in_stock=3)
    card = product_cards(Product.objects.shown().for_cards())[0]
    assert (card.price, card.pack, card.unit_price) == (650000, "100\xa0g", "6.500.000\xa0₫/kg")
    assert Product.objects.shown().with_offer().get().net_stock == 9


def test_a_product_with_a_price_takes_no_packs() -> None:
    product = ProductFactory(price=1000)
    with pytest.raises(ValidationError):
        services.pack_add(parent=product, slug="goi-nho", net_content=100, net_unit="g")
    assert not product.children.exists()


def test_text_is_stored_in_nfc() -> None:
    producer = ProducerFactory()
    services.producer_update(producer=producer, name="Nu\u031bo\u031b\u0301c  ma\u0306\u0301m")
    producer.refresh_from_db()
    assert producer.name == "Nước mắm"
    assert "nuoc mam" in producer.folded


def test_only_long_text_has_lines() -> None:
    """A name with a line break is no subject of a letter."""
    producer = ProducerFactory()
    services.producer_update(producer=producer, short_name="HTX\nMẫu")
    product = services.product_update(product=ProductFactory(), description="Một.\n\n  Hai.")
    assert (producer.short_name, product.description) == ("HTX Mẫu", "Một.\n\nHai.")


def test_a_listener_that_fails_undoes_nothing_and_hides_it_from_nobody(
    record: StockRecord, caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    heard: list[int] = []

    def fail(**_signal: object) -> None:
        raise RuntimeError

    def hear(stockrecord: StockRecord, **_signal: object) -> None:
        heard.append(stockrecord.num_in_stock)

    for listener in (fail, hear):
        stock_changed.connect(listener)
    with django_capture_on_commit_callbacks(execute=True):
        services.stock_set(product=record.product, num_in_stock=7)
    for listener in (fail, hear):
        stock_changed.disconnect(listener)
    assert heard == [7]
    assert "fail" in caplog.text


def test_a_wrong_gtin_is_refused_at_its_field() -> None:
    with pytest.raises(ValidationError) as caught:
        services.product_create(title="X", slug="x", upc="09520123456789", producer=ProducerFactory())
    assert list(caught.value.message_dict) == ["upc"]
    assert not Product.objects.exists()


def test_sizes_stand_in_the_order_of_what_they_hold() -> None:
    product = ProductFactory(net_content=500, net_unit="ml")
    for size, unit in ((1, "l"), (500, "ml"), (250, "ml")):
        pack = services.pack_add(parent=product, slug=f"chai-{size}", net_content=size, net_unit=unit)
        services.price_set(product=pack, price=10000)
    found = find_product(Product.objects.shown(), product.slug)
    assert found
    assert [offer.slug for offer in pack_offers(found)] == ["chai-250", "chai-500", "chai-1"]
