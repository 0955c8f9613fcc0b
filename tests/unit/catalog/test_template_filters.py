"""Filters that decide how names, pages and the map read."""

import gzip

import pytest
from django.core.paginator import Paginator
from django.utils import translation
from django.utils.translation import override

from catalog.places.outline import outline
from catalog.templatetags.languages import foreign_lang
from catalog.templatetags.names import NBSP, whole_names
from catalog.templatetags.page_numbers import page_numbers


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chè tôm nõn Hảo Đạt", "Chè tôm nõn Hảo_Đạt"),
        ("Tân Cương, Thái Nguyên", "Tân Cương, Thái_Nguyên"),
        ("Miến dong Tài Hoan", "Miến dong Tài_Hoan"),
        ("Nước mắm Phú Quốc Khải Hoàn", "Nước mắm Phú_Quốc Khải_Hoàn"),
        ("Muối", "Muối"),
        ("", ""),
    ],
)
def test_names_are_not_broken(title: str, expected: str) -> None:
    assert whole_names(title) == expected.replace("_", NBSP)


def test_english_titles_begin_with_the_name() -> None:
    with override("en"):
        assert whole_names("Khai Hoan Phu Quoc fish sauce") == f"Khai{NBSP}Hoan Phu{NBSP}Quoc fish sauce"


@pytest.mark.parametrize(
    ("page", "expected"),
    [(1, [1, 2, None, 9]), (5, [1, None, 4, 5, 6, None, 9]), (3, [1, 2, 3, 4, None, 9]), (9, [1, None, 8, 9])],
)
def test_page_numbers(page: int, expected: list[int | None]) -> None:
    assert page_numbers(Paginator(range(90), 10).page(page)) == expected


def test_vietnamese_text_is_marked_on_english_pages_only() -> None:
    assert foreign_lang("vi") == ""
    with translation.override("en"):
        assert foreign_lang("vi") == ' lang="vi"'
        assert foreign_lang("en") == foreign_lang("") == ""


def test_the_map_has_all_provinces_and_both_archipelagos_in_its_budget() -> None:
    drawn = outline()
    assert len(drawn.provinces) == 34
    assert all(path.startswith("M") for path in drawn.provinces.values())
    assert drawn.hoang_sa.count("M") > 15
    assert drawn.truong_sa.count("M") > 50
    text = "".join([*drawn.provinces.values(), drawn.hoang_sa, drawn.truong_sa])
    assert len(gzip.compress(text.encode())) < 8 * 1024
