"""Order numbers: unique, without volume, safe against typing mistakes."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.order import numbers
from storefront.order.services import order_number_next


def test_the_permutation_meets_every_number_once() -> None:
    assert (
        len({numbers.scramble(counter, "key") for counter in range(numbers.CAPACITY // 10)}) == numbers.CAPACITY // 10
    )


@given(st.integers(0, numbers.CAPACITY - 1), st.text(max_size=8))
def test_it_stays_in_six_digits(counter: int, key: str) -> None:
    assert 0 <= numbers.scramble(counter, key) < numbers.CAPACITY


def test_neighbors_tell_neither_volume_nor_each_other() -> None:
    scrambled = [numbers.scramble(counter, "key") for counter in range(1, 200)]
    steps = {after - before for before, after in pairwise(scrambled)}
    assert len(steps) == len(scrambled) - 1


def test_no_seventh_digit() -> None:
    with pytest.raises(ValueError, match="not below"):
        numbers.scramble(numbers.CAPACITY, "key")


def test_form_and_tidying() -> None:
    number = numbers.compose("2611", 38472, "key")
    assert re.fullmatch(r"2611-\d{6}-\d", number)
    assert numbers.tidy(f" {number.replace('-', ' ')} ") == number
    assert numbers.tidy(number.replace("-", "")) == number


@given(st.integers(0, numbers.CAPACITY - 1), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(counter: int, position: int, by: int) -> None:
    digits = list(numbers.compose("2611", counter, "key").replace("-", ""))
    digits[position] = str((int(digits[position]) + by) % 10)
    assert numbers.tidy("".join(digits)) == ""


@pytest.mark.parametrize("typed", ["", "2611", "abc", "2611-000000-0-1"])
def test_what_is_no_number(typed: str) -> None:
    assert numbers.tidy(typed) == ""


@pytest.mark.django_db
def test_the_counter_goes_on() -> None:
    assert len({order_number_next() for _ in range(50)}) == 50
