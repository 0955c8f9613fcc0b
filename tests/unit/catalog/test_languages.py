"""Which texts are marked as Vietnamese on English pages, and opening hours in English."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from catalog.opening_hours import opening_hours
from catalog.templatetags.names import NBSP
from catalog.vietnamese import looks_vietnamese


def rendered(source: str, **values: str) -> str:
    return Template("{% load i18n languages names %}" + source).render(Context(values))


@pytest.mark.parametrize(
    "text",
    ["Bình Liêu", "Chân Mây - Lăng Cô, Huế", "7:30–17:00 hằng ngày", "HTX chè Hảo Đạt", "Nước mắm sá sùng Newstar"],
)
def test_vietnamese_is_recognized(text: str) -> None:
    assert looks_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    ["", "12–15", "Early mornings from March to August", "A day in Thái Hải", "café au lait", "Lai Châu séng cù rice"],
)
def test_other_text_is_not(text: str) -> None:
    assert not looks_vietnamese(text)


def test_names_are_marked_on_english_pages_only() -> None:
    source, shown = "{{ place|unbroken|vietnamese }}", f"Hội{NBSP}An{NBSP}&lt;Đà&gt;"
    with override("en"):
        assert rendered(source, place="Hội An <Đà>") == f'<span lang="vi">{shown}</span>'
    with override("vi"):
        assert rendered(source, place="Hội An <Đà>") == shown


def test_a_marked_name_stands_inside_a_sentence() -> None:
    source = "{% blocktranslate with name=name|vietnamese %}About {{ name }}{% endblocktranslate %}"
    with override("en"):
        assert rendered(source, name="Hảo Đạt") == 'About <span lang="vi">Hảo Đạt</span>'


def test_texts_of_unknown_language_are_guessed_once() -> None:
    with override("en"):
        assert rendered("{{ text|as_written }}", text="Open all year") == "Open all year"
        assert rendered("{{ text|vietnamese|as_written }}", text="mở cả năm") == '<span lang="vi">mở cả năm</span>'
        assert rendered("<b{{ text|written_lang }}>", text="mở cả năm") == '<b lang="vi">'


def test_an_empty_text_stays_empty() -> None:
    with override("en"):
        assert rendered("{{ text|vietnamese }}{{ nothing|as_written }}", text="") == ""


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("7:00–17:00 hằng ngày", "7:00–17:00 daily"),
        ("7:00–11:00 và 13:30–16:30, thứ Hai đến thứ Sáu", "7:00–11:00 and 13:30–16:30, Monday to Friday"),
        ("6:00–18:00, tháng 3 đến tháng 10", "6:00–18:00, March to October"),
        ("Trong vụ: 3:00–20:00. Ngoài vụ: 8:00–16:00", "In season: 3:00–20:00. Out of season: 8:00–16:00"),
        ("8:00–17:00, trừ ngày giỗ tổ", "8:00–17:00, trừ ngày giỗ tổ"),
    ],
)
def test_opening_hours(text: str, english: str) -> None:
    with override("en"):
        assert opening_hours(text) == english
    with override("vi"):
        assert opening_hours(text) == text


def test_names_in_english_text_say_their_language() -> None:
    title = "{{ title|marked_names:language }}"
    with override("en"):
        assert (
            rendered(title, title="Lai Châu séng cù rice", language="en")
            == '<span lang="vi">Lai Châu séng cù</span> rice'
        )
        assert rendered(title, title="Rice & tea", language="en") == "Rice &amp; tea"
        assert rendered(title, title="Chè Hảo Đạt", language="vi") == "Chè Hảo Đạt"
    assert rendered(title, title="Gạo séng cù", language="vi") == "Gạo séng cù"
