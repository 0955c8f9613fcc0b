"""Folding, slugs and order of Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.vietnamese import fold, fold_words, normalize, place_tones, slugify


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nước mắm Đà Nẵng", "nuoc mam da nang"),
        ("TP.HCM – xã M'gar", "tp hcm xa m gar"),
        ("Hoà Lộc", "hoa loc"),
        ("ĐẮK LẮK", "dak lak"),
        ("", ""),
        ("…", ""),
    ],
)
def test_fold_words(text: str, folded: str) -> None:
    assert fold_words(text) == folded
    assert fold_words(unicodedata.normalize("NFD", text)) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Khánh Hoà", "Khánh Hòa"), ("Thuỷ Nguyên", "Thủy Nguyên"), ("Hoàng Quý", "Hoàng Quý"), ("Phú Quý", "Phú Quý")],
)
def test_place_tones(typed: str, printed: str) -> None:
    assert place_tones(typed) == printed


def test_slug_has_no_marks_and_no_escapes() -> None:
    assert slugify("Bánh đậu xanh – Đặc sản (500 g)") == "banh-dau-xanh-dac-san-500-g"


def test_normalize_is_nfc_with_single_spaces() -> None:
    assert normalize(" Nu\u031bo\u031b\u0301c  ma\u0306\u0301m\n") == "Nước mắm"
