"""Zones, fees and days of the offline rate card."""

from datetime import date

import pytest

from catalog.clock import today
from storefront.shipping import rates
from storefront.shipping.calendar import Days, add_working_days, arrival, dispatch
from tests.factories import CommuneFactory, ProvinceFactory

ON = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("zone", "weight", "fee"),
    [
        (rates.SAME_PROVINCE, 0, 18000),
        (rates.SAME_PROVINCE, 500, 18000),
        (rates.SAME_PROVINCE, 501, 20000),
        (rates.NEAR, 1500, 30000),
        (rates.FAR, 1000, 35000),
        (rates.ISLAND, 900, 51000),
    ],
)
def test_fee_by_weight_and_zone(zone: str, weight: int, fee: int) -> None:
    assert rates.fee(zone, weight, ["parcel"], ON) == fee


def test_surcharges_count_once_a_kind() -> None:
    plain = rates.fee(rates.NEAR, 500, [], ON)
    assert rates.fee(rates.NEAR, 500, ["fragile", "fragile", "chilled"], ON) == plain + 20000


def test_chilled_goods_travel_only_where_the_cold_lasts() -> None:
    carried = {zone: rates.rate(zone, ON).carries(["chilled"]) for zone in rates.ZONES}
    assert [zone for zone, is_carried in carried.items() if not is_carried] == [rates.ISLAND]
    assert rates.rate(rates.ISLAND, ON).carries(["parcel"])


def test_no_card_before_the_first() -> None:
    with pytest.raises(LookupError):
        rates.rate(rates.NEAR, date(2020, 1, 1))


def test_every_zone_has_a_rate_today() -> None:
    for zone in rates.ZONES:
        entry = rates.rate(zone, today())
        assert (entry.base_price > 0, entry.days_min <= entry.days_max) == (True, True)


@pytest.mark.django_db
def test_zones() -> None:
    da_nang, hue, lai_chau = (ProvinceFactory(slug=slug) for slug in ("da-nang", "hue", "lai-chau"))
    hoi_an, tam_ky = CommuneFactory(parent=da_nang), CommuneFactory(parent=da_nang)
    island = CommuneFactory(parent=da_nang, kind="Đặc khu")
    assert rates.zone_between(hoi_an, tam_ky) == rates.SAME_PROVINCE
    assert rates.zone_between(hoi_an, CommuneFactory(parent=hue)) == rates.NEAR
    assert rates.zone_between(CommuneFactory(parent=hue), hoi_an) == rates.NEAR
    assert rates.zone_between(hoi_an, CommuneFactory(parent=lai_chau)) == rates.FAR
    assert rates.zone_between(None, hoi_an) == rates.FAR
    assert rates.zone_between(hoi_an, island) == rates.ISLAND
    assert rates.zone_between(island, hoi_an) == rates.ISLAND
    assert rates.zone_between(island, island) == rates.SAME_PROVINCE


def test_working_days_skip_the_weekend() -> None:
    friday = date(2026, 11, 27)
    assert add_working_days(friday, 1) == date(2026, 11, 30)
    assert dispatch(friday, 1, 2) == Days(date(2026, 11, 30), date(2026, 12, 1))
    assert str(arrival(dispatch(friday, 1, 2), 2, 3)) == "02–04/12"


def test_days_in_words() -> None:
    assert str(Days(date(2026, 11, 27), date(2026, 11, 29))) == "27–29/11"
    assert str(Days(date(2026, 11, 29), date(2026, 12, 1))) == "29/11–01/12"
    assert str(Days(date(2026, 11, 29), date(2026, 11, 29))) == "29/11"
