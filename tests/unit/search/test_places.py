"""Queries that are the name of a place, of today or former."""

from datetime import date

import pytest
from django.utils.translation import override

from catalog.places.models import AdminUnit, Level, Succession
from catalog.vietnamese import fold_words
from search.places import place_named
from search.selectors import search
from search.services import index_rebuild
from tests.factories import CommuneFactory, ProducerFactory, ProductFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
THEN = date(2025, 7, 1)


@pytest.fixture
def commune() -> AdminUnit:
    """Thăng An, Đà Nẵng; was Bình Dương, Thăng Bình, Quảng Nam."""
    province = ProvinceFactory(name="Đà Nẵng", full_name="Thành phố Đà Nẵng", kind="Thành phố")
    now = CommuneFactory(name="Thăng An", full_name="Xã Thăng An", kind="Xã", parent=province)
    former = ProvinceFactory(name="Quảng Nam", full_name="Tỉnh Quảng Nam", kind="Tỉnh", valid_to=THEN)
    district = _former(Level.DISTRICT, "Huyện", "Thăng Bình", former)
    for name in ("Bình Dương", "Bưởi"):
        Succession.objects.create(
            from_unit=_former(Level.COMMUNE, "Xã", name, district), to_unit=now, kind="whole", effective_on=THEN
        )
    return now


def _former(level: Level, kind: str, name: str, parent: AdminUnit) -> AdminUnit:
    return AdminUnit.objects.create(
        level=level, code="1", name=name, full_name=f"{kind} {name}", kind=kind, slug="x", parent=parent,
        valid_to=THEN, folded_path=f" {fold_words(name)}{parent.folded_path}",
    )  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        *("quang nam", "Quảng Nam", "tỉnh Quảng Nam", "thang binh", "huyện Thăng Bình", "binh duong"),
        *("Bình Dương, Quảng Nam", "xã Bưởi", "Thăng An", "thành phố Đà Nẵng"),
    ],
)
def test_a_place_is_known_by_all_its_names(commune: AdminUnit, query: str) -> None:
    place = place_named(query)
    assert place is not None
    assert place.communes == [commune.pk]


@pytest.mark.parametrize("query", ["quảng năm", "bưởi", "huyện Quảng Nam", "nước mắm Quảng Nam", "12", ",", "\0", ""])
def test_other_queries_are_no_places(commune: AdminUnit, query: str) -> None:
    assert place_named(query) is None


def test_what_became_of_it_is_said(commune: AdminUnit) -> None:
    def now(query: str) -> str:
        place = place_named(query)
        return place.now if place else ""

    with override("vi"):
        assert now("quang nam") == "Tỉnh Quảng Nam nay thuộc thành phố Đà Nẵng."
        assert now("binh duong") == "Xã Bình Dương nay thuộc xã Thăng An, thành phố Đà Nẵng."
        assert now("da nang") == ""


def test_goods_and_makers_of_the_place_lead(commune: AdminUnit) -> None:
    ProductFactory(title="Nấm kim châm", summary="Quảng Ninh, năm và nam")
    ProductFactory(title="Hội quán Quảng Nam")
    ProductFactory(title="Nước mắm", producer=ProducerFactory(name="Cửa Khe", commune=commune))
    index_rebuild()
    found = ["".join(piece.text for piece in hit.title) for hit in search("quang nam").page.object_list]
    assert found == ["Nước mắm", "Cửa Khe", "Hội quán Quảng Nam"]
