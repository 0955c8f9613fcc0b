"""What people type for a place is read as commune, district and province."""

import pytest

from catalog.places import typed

MINH_AN = ("minh an", "Phường", ["hoi an", "quang nam", "da nang"])


@pytest.mark.parametrize(
    "text",
    [
        "Minh An, Hoi An", "minh an hoi an", "P. Minh An, TP. Hội An, Quảng Nam", "phường Minh An – thành phố Hội An",
        "Quảng Nam, Hội An, Minh An", "P.Minh An,TP.Hội An,T.Quảng Nam", "Minh An, Hội An, Đà Nẵng", "MINH AN",
    ],
)  # fmt: skip
def test_whole_in_any_order_and_with_any_kind(text: str) -> None:
    assert typed.is_whole(text, *MINH_AN)


@pytest.mark.parametrize("text", ["Minh An, Hà Nội", "Hội An", "Minh", "xã Minh An", "quận Minh An", "", "Minh An 2"])
def test_not_whole(text: str) -> None:
    assert not typed.is_whole(text, *MINH_AN)


def test_numbers_and_short_names() -> None:
    for text in ("P5, Q8, TPHCM", "F.5 Q.8 TP.HCM", "phường 5, quận 8, Hồ Chí Minh"):
        assert typed.is_whole(text, "5", "Phường", ["8", "ho chi minh"])


def test_names_that_begin_like_a_kind() -> None:
    assert typed.is_whole("Phượng Mao, Quế Võ", "phuong mao", "Phường", ["que vo"])
    assert typed.is_whole("xã Tân Xã", "tan xa", "Xã", [])
    assert typed.name_words("P. Phượng Mao, TX. Quế Võ") == ["phuong", "mao", "que", "vo"]
