"""Names stay whole: a line never breaks inside "Hảo Đạt" or "Thái Nguyên"."""

from django import template

from catalog.languages import is_english

register = template.Library()

NBSP = "\u00a0"
LONGEST = 18  # letters; a longer run would tear a hole into a narrow column


@register.filter
def whole_names(text: str) -> str:
    """Joins neighboring capitalized words with no-break spaces.

    The first word of a Vietnamese title is no name by its capital: "Trà Tân Cương"; English ones begin with the name.
    """
    words = str(text).split(" ")
    joined, run = words[0] if words else "", words[0] if words else ""
    for index, word in enumerate(words[1:], 1):
        before = words[index - 1]
        is_name = _is_capitalized(before) and word[:1].isupper() and (index > 1 or len(words) == 2 or is_english())
        together = is_name and len(run) + len(word) < LONGEST
        joined += (NBSP if together else " ") + word
        run = f"{run} {word}" if together else word
    return joined


@register.filter
def unbroken(text: str) -> str:
    """No line break anywhere inside: "tháng 6/2027"."""
    return str(text).replace(" ", NBSP)


def _is_capitalized(word: str) -> bool:
    return word[:1].isupper() and word[-1:].isalnum()
