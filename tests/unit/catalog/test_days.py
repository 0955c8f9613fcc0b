from datetime import date

import pytest
import time_machine

from catalog.days import day_range, near_range


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2027, 1, 22), date(2027, 1, 27), "22–27/01/2027"),
        (date(2025, 10, 28), date(2025, 11, 3), "28/10–03/11/2025"),
        (date(2026, 12, 29), date(2027, 1, 2), "29/12/2026–02/01/2027"),
        (date(2026, 5, 1), date(2026, 5, 1), "01/05/2026"),
    ],
)
def test_day_range_says_nothing_twice(first: date, last: date, printed: str) -> None:
    assert day_range(first, last) == printed


def test_day_range_without_year() -> None:
    assert day_range(date(2027, 1, 22), date(2027, 1, 27), with_year=False) == "22–27/01"


@time_machine.travel("2026-11-26 12:00+07:00")
def test_near_range_names_another_year() -> None:
    assert near_range(date(2026, 12, 6), date(2026, 12, 8)) == "06–08/12"
    assert near_range(date(2027, 4, 23), date(2027, 4, 26)) == "23–26/04/2027"
    assert near_range(date(2026, 12, 29), date(2027, 1, 2)) == "29/12/2026–02/01/2027"
