"""Keys of words: every way of typing Vietnamese leads to the same two keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlight import pieces, snippet
from search.keys import accent_key, accented_text, folded_text, query_words


@pytest.mark.parametrize(
    ("word", "folded", "accented"),
    [
        ("Nước", " nuoc ", " nươc4 "),
        ("mắm", " mam ", " măm4 "),
        ("Đắk", " dak ", " đăk4 "),
        ("hoà", " hoa ", " hoa1 "),
        ("hòa", " hoa ", " hoa1 "),
        ("thuỷ", " thuy ", " thuy2 "),
        ("mam", " mam ", " mam "),
        ("TP.HCM", " tp hcm ", " tp hcm "),
        ("M'gar", " m gar ", " m gar "),
        ("40N", " 40n ", " 40n "),
    ],
)
def test_both_keys(word: str, folded: str, accented: str) -> None:
    for form in (word, unicodedata.normalize("NFD", word), word.upper()):
        assert folded_text(form) == folded
        assert accented_text(form) == accented


def test_a_query_is_its_different_words_and_not_endless() -> None:
    assert [word.folded for word in query_words("nước mắm, Nước mắm! nuoc")] == ["nuoc", "mam", "nuoc"]
    assert len(query_words("a b c d e f g h i j k l m n o p")) == 10
    assert len(query_words("x" * 1_000_000)) == 1
    assert query_words("\0 '\" -- % _ ()") == []


def test_matches_are_pieces_and_neighbors_are_one() -> None:
    found = pieces("Nước mắm Cửa Khe", query_words("nuoc mam"))
    assert [(piece.text, piece.is_match) for piece in found] == [("Nước mắm", True), (" Cửa Khe", False)]


def test_typed_accents_mark_only_what_they_mean() -> None:
    assert [piece.text for piece in pieces("bò và bơ", query_words("bò")) if piece.is_match] == ["bò"]
    assert [piece.text for piece in pieces("bò và bơ", query_words("bo")) if piece.is_match] == ["bò", "bơ"]
    assert [piece.text for piece in pieces("bơ", query_words("bò"), strict=False) if piece.is_match] == ["bơ"]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("tam ky", ["Tam Kỳ"]),
        ("kỳ tam", ["kỳ", "Tam Kỳ"]),
        ("quang nam", ["Quảng Nam"]),
        ("tam", ["tám", "Tam", "tám"]),
        ("nam thang", ["tháng năm"]),
    ],
)
def test_lone_syllables_without_marks_are_no_match(typed: str, marked: list[str]) -> None:
    text = "Thời kỳ từ tháng năm đến tám ở Tam Kỳ, Quảng Nam: tám lần."
    assert [piece.text for piece in pieces(text, query_words(typed)) if piece.is_match] == marked


def test_the_snippet_shows_where_the_match_is() -> None:
    body = "Một câu dài. " * 40 + "Ở Cửa Khe người ta ướp cá. " + "Câu sau. " * 40
    assert snippet("Tóm tắt", body, query_words("cua khe")).startswith("Ở Cửa Khe")
    assert snippet("Tóm tắt ở Cửa Khe", body, query_words("cua khe")) == "Tóm tắt ở Cửa Khe"
    assert len(snippet("", "chữ " * 500 + "khe", query_words("khe"))) <= 172


@given(st.text(max_size=300), st.text(max_size=60))
def test_pieces_add_up_to_the_text(text: str, query: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert "".join(piece.text for piece in pieces(text, query_words(query))) == text


@given(st.text(max_size=40))
def test_keys_agree_for_composed_and_decomposed_text(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert folded_text(composed) == folded_text(decomposed)
    assert accent_key(composed) == accent_key(decomposed)
