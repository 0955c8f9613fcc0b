import pytest

from content.marks import Mark, read_marks, rich_text


def test_every_kind_of_block_is_read() -> None:
    text = """Một đoạn
hai dòng.

## Tiêu đề

> Đừng tiếc.
> — Bà Lương, tổ hái số 3

!figure 5 kg | búp tươi | Nguồn: mẫu

!product tra-dinh

!picture villages/x.webp | Đồi chè

!steps Từ búp đến ấm
- 5:00 Hái | Chỉ búp
- 8:00 Rải nong"""

    assert read_marks(text) == [
        Mark("paragraph", ("Một đoạn\nhai dòng.",)),
        Mark("heading", ("Tiêu đề",)),
        Mark("quote", ("Đừng tiếc.", "Bà Lương, tổ hái số 3")),
        Mark("figure", ("5 kg", "búp tươi", "Nguồn: mẫu")),
        Mark("product", ("tra-dinh",)),
        Mark("picture", ("villages/x.webp", "Đồi chè")),
        Mark("steps", ("Từ búp đến ấm",), (("5:00 Hái", "Chỉ búp"), ("8:00 Rải nong", ""))),
    ]


def test_unknown_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="Unknown mark: !video x"):
        read_marks("!video x")


def test_rich_text_knows_headings_and_lists_and_escapes() -> None:
    text = "Đoạn <b>.\n\n## Ai gửi\n\n- một\n- hai\n  tiếp"

    assert rich_text(text) == "<p>Đoạn &lt;b&gt;.</p><h2>Ai gửi</h2><ul><li>một</li><li>hai tiếp</li></ul>"
