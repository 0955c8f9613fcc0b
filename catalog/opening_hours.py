"""Opening hours are written once, in Vietnamese; English pages read the usual phrases translated."""

import re

from catalog.languages import is_english
from catalog.vietnamese import looks_vietnamese

_DAYS = {
    "thứ Hai": "Monday", "thứ Ba": "Tuesday", "thứ Tư": "Wednesday", "thứ Năm": "Thursday", "thứ Sáu": "Friday",
    "thứ Bảy": "Saturday", "Chủ nhật": "Sunday",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PHRASES = {
    "hằng ngày": "daily",
    "nghỉ mùng 1 đến mùng 3 Tết": "closed on the first three days of Tết",
    "ngày hội chợ đến": "on fair days until",
    "mở cả tuần": "open all week",
    "nhận khách": "visitors",
    "trong vụ ép": "in the pressing season",
    "trong vụ": "in season",
    "ngoài vụ": "out of season",
    "theo giờ tàu": "as the boats run",
    "gọi trước": "call ahead",
    "nghỉ trưa": "closed at noon",
    "đến hết": "to the end of",
    "đến": "to",
    "nghỉ": "closed",
    "từ": "from",
    "và": "and",
} | _DAYS
_MONTH = re.compile(r"tháng (1[0-2]|[1-9])\b", re.IGNORECASE)
_PHRASE = re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in _PHRASES), re.IGNORECASE)
_LOWER = {vietnamese.lower(): english for vietnamese, english in _PHRASES.items()}


def opening_hours(text: str) -> str:
    """`"7:30–17:00, thứ Hai đến thứ Bảy"` → `"7:30–17:00, Monday to Saturday"` on English pages.

    What holds a word that is not known stays Vietnamese as a whole: half a translation helps nobody.
    """
    if not is_english():
        return text
    english = _MONTH.sub(lambda match: _MONTHS[int(match.group(1)) - 1], text)
    english = _PHRASE.sub(_translated, english)
    leftover = english.replace("Tết", "")
    return text if any(looks_vietnamese(word) for word in leftover.split()) else english


def _translated(match: re.Match[str]) -> str:
    english = _LOWER[match.group().lower()]
    return english[:1].upper() + english[1:] if match.group()[0].isupper() else english
