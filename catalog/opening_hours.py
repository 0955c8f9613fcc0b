"""Opening hours are written once, in Vietnamese; English pages read the usual phrases translated."""

import re
from functools import cache
from pathlib import Path

from catalog.languages import is_english
from catalog.tables import read_rows
from catalog.vietnamese import looks_vietnamese

_PHRASES = Path(__file__).parent / "data" / "opening_hours.csv"


@cache
def _phrases() -> dict[str, str]:
    """English by Vietnamese in small letters."""
    return {row["vi"].lower(): row["en"] for row in read_rows(_PHRASES)}


@cache
def _phrase() -> re.Pattern[str]:
    """Any phrase, the longest first: "nghỉ trưa" is not "nghỉ"."""
    longest = sorted(_phrases(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in longest), re.IGNORECASE)


def opening_hours(text: str) -> str:
    """`"7:30–17:00, thứ Hai đến thứ Bảy"` → `"7:30–17:00, Monday to Saturday"` on English pages.

    What holds a word that is not known stays Vietnamese as a whole: half a translation helps nobody.
    """
    if not is_english():
        return text
    english = _phrase().sub(_translated, text)
    untranslated = english.replace("Tết", "")  # the feast has no other name
    return text if any(looks_vietnamese(word) for word in untranslated.split()) else english


def _translated(match: re.Match[str]) -> str:
    english = _phrases()[match.group().lower()]
    return english[:1].upper() + english[1:] if match.group()[0].isupper() else english
