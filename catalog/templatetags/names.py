"""Names stay whole: a line never breaks inside "Hảo Đạt" or "Thái Nguyên"."""

from django import template

from catalog.languages import is_english
from catalog.vietnamese import NBSP

register = template.Library()

LONGEST = 15  # letters that fit into a product card on the smallest phones; longer runs are two names or more


@register.filter
def whole_names(text: str) -> str:
    """Joins neighboring capitalized words with no-break spaces, long runs in pairs: "Phú Quốc" and "Khải Hoàn".

    The first word of a Vietnamese title is no name by its capital: "Trà Tân Cương"; English ones begin with the name.
    """
    words = str(text).split(" ")
    runs: list[list[str]] = []
    for index, word in enumerate(words):
        may_begin = index > 1 or len(words) == 2 or is_english()
        if index and may_begin and word[:1].isupper() and _is_capitalized(words[index - 1]):
            runs[-1].append(word)
        else:
            runs.append([word])
    return " ".join(_joined(run) for run in runs)


def _joined(run: list[str]) -> str:
    if len(" ".join(run)) <= LONGEST:
        return NBSP.join(run)
    return " ".join(NBSP.join(run[start : start + 2]) for start in range(0, len(run), 2))


@register.filter
def unbroken(text: str) -> str:
    """No line break anywhere inside: "tháng 6/2027"."""
    return str(text).replace(" ", NBSP)


def _is_capitalized(word: str) -> bool:
    return word[:1].isupper() and word[-1:].isalnum()
