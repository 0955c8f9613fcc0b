"""Amounts as they are printed and typed."""

import pytest

from catalog.money import dong, grouped, parse_dong


def test_thousands_have_dots_in_both_languages() -> None:
    assert (grouped(48000), dong(1_250_000)) == ("48.000", "1.250.000\u00a0₫")


@pytest.mark.parametrize("typed", ["120000", "120.000", " 120 000 ", "120.000 ₫", "120.000\u00a0₫", "120000đ"])
def test_a_typed_price_is_read(typed: str) -> None:
    assert parse_dong(typed) == 120_000


@pytest.mark.parametrize("typed", ["", "₫", "-1", "1,5", "1e3", "١٢", "12 usd", "0x10", ".", "12.5", "12."])
def test_what_is_no_price_is_none(typed: str) -> None:
    assert parse_dong(typed) is None
