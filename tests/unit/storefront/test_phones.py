"""What people type as a phone number, and the sentence each mistake gets."""

import pytest

from storefront import phones


@pytest.mark.parametrize(
    "typed",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "+84 912 345 678",
        "84912345678",
        "0084 912345678",
        "(091) 2345-678",
    ],
)
def test_every_usual_way_of_writing_is_one_number(typed: str) -> None:
    assert phones.parse_mobile(typed) == "+84912345678"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Nhập số điện thoại di động của người nhận"),
        ("0912 345 67", "Số điện thoại thiếu một chữ số. Ví dụ: 0912 345 678"),
        ("0912 345", "Số điện thoại thiếu 3 chữ số. Ví dụ: 0912 345 678"),
        ("0912 345 6789", "Số điện thoại thừa chữ số. Ví dụ: 0912 345 678"),
        ("912345678", "Số điện thoại bắt đầu bằng số 0. Ví dụ: 0912 345 678"),
        ("0912 abc 678", "Số điện thoại chỉ có chữ số. Ví dụ: 0912 345 678"),
        ("0112 345 678", "Không có mạng nào dùng đầu số này. Ví dụ: 0912 345 678"),
        ("024 3825 1234", "Đây không phải số di động. Người giao cần gọi di động, ví dụ: 0912 345 678"),
        ("+33 6 12 34 56 78", "Người giao cần một số di động Việt Nam, ví dụ: 0912 345 678"),
    ],
)
def test_each_mistake_has_its_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(phones.PhoneError) as caught:
        phones.parse_mobile(typed)
    assert str(caught.value) == sentence


def test_shown_in_groups_and_masked() -> None:
    assert phones.display("+84905123345") == "0905 123 345"
    assert phones.masked("+84905123345") == "0905 *** 345"
