import pytest

from content.selectors.fairs import Share
from content.selectors.nearby import distance_km


def test_distance_from_hanoi_to_hue() -> None:
    assert round(distance_km(21.0285, 105.8542, 16.4637, 107.5909)) == 539


@pytest.mark.parametrize(
    ("booths", "ocop", "percent", "reaches"), [(220, 124, 56, True), (220, 109, 49, False), (0, 0, 0, False)]
)
def test_share_never_reaches_the_mark_by_rounding(booths: int, ocop: int, percent: int, reaches: bool) -> None:
    share = Share(booths, ocop)

    assert (share.percent, share.reaches_mark) == (percent, reaches)
