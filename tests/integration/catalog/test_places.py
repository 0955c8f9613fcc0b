"""The real administrative units: loaded once, asked in both directions."""

from datetime import date
from typing import Any

import pytest

from catalog.places.loading import TWO_TIERS_SINCE
from catalog.places.models import AdminUnit, Level, Succession
from catalog.places.selectors import find_communes, path_label, predecessors, successors, then_and_now, units_of_today
from catalog.places.services import places_load
from ocop.page_cache import generation

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("places")]


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup: None, django_db_blocker: Any) -> Any:
    """Loads for the whole module and leaves the tables empty for others."""
    with django_db_blocker.unblock():
        report = places_load()
        yield report
        Succession.objects.all().delete()
        for level in (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE):
            AdminUnit.objects.filter(level=level).delete()


def former_commune(name: str, district: str) -> AdminUnit:
    """`name` is the full one, which tells apart a commune and a ward of one name."""
    units = AdminUnit.objects.communes().filter(full_name=name).exclude(valid_to=None).select_related("parent__parent")
    return next(unit for unit in units if district in path_label(unit))


def test_counts(loaded: Any) -> None:
    current = AdminUnit.objects.current()
    assert (current.provinces().count(), current.communes().count()) == (34, 3321)
    former = AdminUnit.objects.exclude(valid_to=None)
    assert former.communes().count() == 10035
    assert former.filter(valid_to=TWO_TIERS_SINCE).provinces().count() == 63
    assert loaded.waiting == 64


def test_loading_again_changes_nothing() -> None:
    report = places_load()
    assert (report.created, report.updated, report.successions) == (0, 0, 0)


def test_then_and_now() -> None:
    then = former_commune("Xã Bình Dương", "Thăng Bình")
    assert then_and_now(then) == ("xã Bình Dương, huyện Thăng Bình, tỉnh Quảng Nam (nay là xã Thăng An, TP. Đà Nẵng)")


def test_now_and_then() -> None:
    now = units_of_today("thang an", level=Level.COMMUNE).get(folded="thang an")
    assert "Xã Bình Dương" in [row.from_unit.full_name for row in predecessors(now)]
    assert now in units_of_today("binh duong thang binh", province="da-nang")


def test_a_reused_code_means_two_provinces() -> None:
    names = AdminUnit.objects.provinces().filter(code="91").values_list("full_name", flat=True)
    assert set(names) == {"Tỉnh Kiên Giang", "Tỉnh An Giang"}


def test_a_province_that_changed_twice_is_followed_to_today() -> None:
    then = AdminUnit.objects.provinces().get(name="Bình Phước")
    assert [unit.full_name for unit in successors(then)] == ["Thành phố Đồng Nai"]
    day = date(2026, 1, 1)
    between = AdminUnit.objects.provinces().get(name="Đồng Nai", valid_from__lte=day, valid_to__gt=day)
    assert between.full_name == "Tỉnh Đồng Nai"


@pytest.mark.parametrize(
    ("typed", "label", "former"),
    [
        ("hai chau", "Phường Hải Châu, TP. Đà Nẵng", ""),
        ("Tam Thanh Tam Ky", "Phường Quảng Phú, TP. Đà Nẵng", "Tên cũ: xã Tam Thanh, TP. Tam Kỳ, tỉnh Quảng Nam"),
        ("xã Bình Dương, huyện Thăng Bình", "Xã Thăng An, TP. Đà Nẵng",
         "Tên cũ: xã Bình Dương, huyện Thăng Bình, tỉnh Quảng Nam"),
        ("Minh An, Hoi An", "Phường Hội An, TP. Đà Nẵng", "Tên cũ: phường Minh An, TP. Hội An, tỉnh Quảng Nam"),
        ("P. Minh An, TP. Hội An, Đà Nẵng", "Phường Hội An, TP. Đà Nẵng",
         "Tên cũ: phường Minh An, TP. Hội An, tỉnh Quảng Nam"),
        ("Hội An, Quảng Nam", "Phường Hội An, TP. Đà Nẵng", ""),
        ("P.Bến Nghé, Q.1, TPHCM", "Phường Sài Gòn, TP. Hồ Chí Minh",
         "Tên cũ: phường Bến Nghé, quận 1, TP. Hồ Chí Minh"),
        ("ta bhing", "Xã Bến Giằng, TP. Đà Nẵng", "Tên cũ: xã Tà Bhing, huyện Nam Giang, tỉnh Quảng Nam"),
    ],
)  # fmt: skip
def test_a_buyer_may_type_old_and_new_names(typed: str, label: str, former: str) -> None:
    best = find_communes(typed)[0]
    assert (best.label, best.former) == (label, former)


def test_the_same_name_in_two_provinces_is_told_apart() -> None:
    labels = {match.label for match in find_communes("co to")}
    assert {"Xã Cô Tô, tỉnh An Giang", "Đặc khu Cô Tô, tỉnh Quảng Ninh"} <= labels


@pytest.mark.parametrize("typed", ["", "  ", "zzzz", "%", "'", "\x00", "a" * 500])
def test_nonsense_finds_nothing(typed: str) -> None:
    assert find_communes(typed) == []


def test_an_ambiguous_succession_waits_for_a_person() -> None:
    unit = AdminUnit.objects.filter(needs_review=True).first()
    assert unit is not None
    assert successors(unit) == []
    target = AdminUnit.objects.communes().current().first()
    Succession.objects.create(from_unit=unit, to_unit=target, kind="whole", effective_on=TWO_TIERS_SINCE)
    AdminUnit.objects.filter(pk=unit.pk).update(needs_review=False)
    places_load()
    unit.refresh_from_db()
    assert not unit.needs_review
    assert successors(unit) == [target]


def test_a_renamed_place_is_found_by_its_new_name_and_pages_are_told(
    loaded: Any, django_capture_on_commit_callbacks: Any
) -> None:
    unit = AdminUnit.objects.current().communes().first()
    assert unit
    AdminUnit.objects.filter(pk=unit.pk).update(name="Cũ", folded="cu")
    before = generation()
    with django_capture_on_commit_callbacks(execute=True):
        assert places_load().updated == 1
    assert AdminUnit.objects.get(pk=unit.pk).folded == unit.folded
    assert generation() != before
    with django_capture_on_commit_callbacks() as told:
        places_load()
    assert told == []
