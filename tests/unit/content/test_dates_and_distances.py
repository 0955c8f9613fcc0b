from datetime import date

import pytest

from content.dates import day_range
from content.selectors.fairs import Share
from content.selectors.nearby import distance_km


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


def test_distance_from_hanoi_to_hue() -> None:
    assert round(distance_km(21.0285, 105.8542, 16.4637, 107.5909)) == 539


@pytest.mark.parametrize(
    ("booths", "ocop", "percent", "reaches"), [(220, 124, 56, True), (220, 109, 49, False), (0, 0, 0, False)]
)
def test_share_never_reaches_the_mark_by_rounding(booths: int, ocop: int, percent: int, reaches: bool) -> None:
    share = Share(booths, ocop)

    assert (share.percent, share.reaches_mark) == (percent, reaches)
