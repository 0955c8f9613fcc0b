"""The table of verdicts: which record answers how."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from catalog.clock import today
from catalog.services import pack_add
from tests.factories import ProductFactory
from tests.factories.traceability import GTIN, make_batch, make_stamp
from traceability import services, stamp_code
from traceability.models import Batch, Stamp
from traceability.selectors import Verdict, sample_stamp_of, stamp_verdict

pytestmark = pytest.mark.django_db
OTHER_GTIN = "09520123456795"


def test_an_active_stamp_is_genuine_and_names_its_records() -> None:
    stamp = make_stamp()
    answer = stamp_verdict(code=stamp.code, gtin=GTIN)
    assert answer.verdict == Verdict.GENUINE
    assert answer.stamp == stamp
    assert answer.batch == stamp.batch
    assert answer.product == answer.sold == stamp.batch.product
    assert answer.producer == stamp.batch.product.producer
    assert answer.claim is None
    assert answer.price == 85000


def test_the_code_alone_answers_the_same() -> None:
    stamp = make_stamp(make_batch(ProductFactory(upc=None)))
    answer = stamp_verdict(code=stamp_code.group(stamp.code).lower())
    assert answer.verdict == Verdict.GENUINE
    assert answer.gtin == ""


def test_a_pack_size_answers_with_its_product() -> None:
    parent = ProductFactory(ocop_star=4)
    parent.structure = "parent"
    parent.save()
    pack = ProductFactory(parent=parent, upc=GTIN, title="", producer=None, price=30000)
    answer = stamp_verdict(code=make_stamp(make_batch(pack)).code, gtin=GTIN)
    assert (answer.product, answer.sold) == (parent, pack)
    assert answer.producer == parent.producer
    assert answer.claim is not None
    assert answer.claim.ocop_star == 4


def test_a_stamp_of_a_roll_is_not_active_yet() -> None:
    stamp = make_stamp(status=Stamp.Status.ISSUED)
    assert stamp_verdict(code=stamp.code, gtin=GTIN).verdict == Verdict.NOT_ACTIVE
    assert services.stamps_activate(batch=stamp.batch, first=1, last=1) == 1
    assert stamp_verdict(code=stamp.code, gtin=GTIN).verdict == Verdict.GENUINE


def test_a_void_stamp_is_void_even_of_an_expired_batch() -> None:
    batch = make_batch(produced_on=date(2020, 1, 1))
    stamp = services.stamp_void(stamp=make_stamp(batch), reason="  Rách khi dán ")
    assert stamp.void_reason == "Rách khi dán"
    assert stamp_verdict(code=stamp.code, gtin=GTIN).verdict == Verdict.VOID


def test_a_batch_is_good_on_its_last_day_and_not_after() -> None:
    batch = make_batch(expires_on=today())
    stamp = make_stamp(batch)
    assert stamp_verdict(code=stamp.code).verdict == Verdict.GENUINE
    assert stamp_verdict(code=stamp.code, on=today() + timedelta(days=1)).verdict == Verdict.EXPIRED


def test_a_batch_without_a_date_does_not_expire() -> None:
    stamp = make_stamp(make_batch(expires_on=None))
    assert stamp_verdict(code=stamp.code, on=date(2099, 1, 1)).verdict == Verdict.GENUINE


@pytest.mark.parametrize("typed", ["", "-", "x", "15K3RMZC93JT2C7W", "\0", "ắ" * 16, "1" * 100_000, "'; --", "😀"])
def test_a_typing_error_is_no_forgery(typed: str) -> None:
    ProductFactory(upc=GTIN)
    assert stamp_verdict(code=typed, gtin=GTIN).verdict == Verdict.MISTYPED
    assert stamp_verdict(code=typed).verdict == Verdict.MISTYPED


def test_a_well_formed_code_of_nobody_is_unknown() -> None:
    ProductFactory(upc=GTIN)
    assert stamp_verdict(code=stamp_code.draw(), gtin=GTIN).verdict == Verdict.UNKNOWN_CODE


def test_a_genuine_code_behind_another_product_is_unknown_and_shows_nothing() -> None:
    stamp = make_stamp()
    ProductFactory(upc=OTHER_GTIN)
    answer = stamp_verdict(code=stamp.code, gtin=OTHER_GTIN)
    assert answer.verdict == Verdict.UNKNOWN_CODE
    assert answer.product is None
    assert not answer.is_on_record


@pytest.mark.parametrize("gtin", [OTHER_GTIN, "", "1", "0952012345678\0", "٠٩٥٢٠١٢٣٤٥٦٧٨٨", "x" * 5000])
def test_a_number_of_no_product(gtin: str) -> None:
    assert stamp_verdict(code=make_stamp().code, gtin=gtin).verdict == Verdict.UNKNOWN_GTIN


def test_liquor_is_never_for_sale() -> None:
    product = ProductFactory(upc=GTIN, is_alcohol=True, abv=29, price=100000)
    answer = stamp_verdict(code=make_stamp(make_batch(product)).code, gtin=GTIN)
    assert answer.verdict == Verdict.GENUINE
    assert answer.price is None


def test_stamps_never_outnumber_the_pieces() -> None:
    batch = make_batch(quantity=5)
    stamps = services.stamps_issue(batch=batch, count=5)
    assert [stamp.number for stamp in stamps] == [1, 2, 3, 4, 5]
    with pytest.raises(ValidationError):
        services.stamps_issue(batch=batch, count=1)
    assert Stamp.objects.count() == 5
    services.stamp_void(stamp=stamps[0], reason="Hỏng")
    assert services.stamps_issue(batch=batch, count=1)[0].number == 6


@pytest.mark.parametrize("count", [0, -1, 10_001])
def test_a_roll_has_a_sensible_length(count: int) -> None:
    batch = make_batch(quantity=50_000)
    with pytest.raises(ValidationError):
        services.stamps_issue(batch=batch, count=count)
    assert not Stamp.objects.exists()


@pytest.mark.parametrize("lot", ["", "Lô 1", "A/B", "A" * 21, "A B"])
def test_a_lot_has_an_alphabet(lot: str) -> None:
    with pytest.raises(ValidationError) as error:
        make_batch(lot=lot)
    assert "lot" in error.value.error_dict
    assert not Batch.objects.exists()


def test_a_lot_is_capitals_and_once_a_product() -> None:
    batch = make_batch(lot="l261103")
    assert batch.lot == "L261103"
    with pytest.raises(ValidationError):
        make_batch(batch.product)


def test_the_database_holds_the_rules_too() -> None:
    stamp = make_stamp()
    for change in ({"status": "void"}, {"code": "short"}, {"number": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Stamp.objects.filter(pk=stamp.pk).update(**change)
    for change in ({"lot": "lô"}, {"quantity": 0}, {"expires_on": date(2000, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Batch.objects.filter(pk=stamp.batch_id).update(**change)


def test_voiding_needs_a_reason_and_keeps_the_first() -> None:
    stamp = make_stamp()
    for reason in ("", "   ", "x" * 201):
        with pytest.raises(ValidationError):
            services.stamp_void(stamp=stamp, reason=reason)
    stamp.refresh_from_db()
    assert stamp.status == Stamp.Status.ACTIVE
    services.stamp_void(stamp=stamp, reason="Rách")
    assert services.stamp_void(stamp=stamp, reason="Mất").void_reason == "Rách"


def test_a_batch_is_of_what_is_sold() -> None:
    parent = ProductFactory()
    parent.structure = "parent"
    parent.save()
    with pytest.raises(ValidationError):
        make_batch(parent)


def test_the_sample_is_active_of_the_newest_batch_in_date() -> None:
    product = ProductFactory(upc=GTIN)
    make_stamp(make_batch(product, lot="OLD", produced_on=date(2020, 1, 1)))
    assert sample_stamp_of(product) is None
    make_stamp(make_batch(product, lot="L1", produced_on=today() - timedelta(days=30)))
    newest = make_stamp(make_batch(product, lot="L2", produced_on=today() - timedelta(days=3)))
    assert sample_stamp_of(product) == newest
    services.stamp_void(stamp=newest, reason="Rách")
    sample = sample_stamp_of(product)
    assert sample is not None
    assert sample.batch.lot == "L1"


def test_the_sample_is_of_the_size_that_is_shown() -> None:
    parent = ProductFactory()
    sizes = [pack_add(parent=parent, slug=f"chai-{ml}", net_content=ml, net_unit="ml") for ml in (250, 500)]
    stamps = [make_stamp(make_batch(size, lot=f"L{size.pk}")) for size in sizes]
    assert [sample_stamp_of(parent, size.pk) for size in sizes] == stamps
    assert sample_stamp_of(parent) in stamps


@pytest.mark.parametrize("typed", ["hello", "x-1 2", "lO" * 8])
def test_what_is_no_code_is_given_back_as_typed(typed: str) -> None:
    assert stamp_verdict(code=typed).printed_code == typed
