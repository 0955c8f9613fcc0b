"""Search keys of words. Pure functions; the same at indexing and at asking, so every database matches alike.

Each word has two keys: *folded* (`nuoc`) and *accented* (`nươc4`: letters with their quality marks, the tone as a
digit at the end). A word without any mark has the same key twice.
"""

import re
import unicodedata
from dataclasses import dataclass

from catalog.vietnamese import fold

WORD = re.compile(r"[^\W_]+")
MAX_QUERY = 200  # characters that are read of what was typed
MAX_WORDS = 10
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word that was typed."""

    folded: str
    accented: str

    @property
    def has_marks(self) -> bool:
        return self.folded != self.accented


def accent_key(word: str) -> str:
    """`"Nước"` → `"nươc4"`, `"hoà"` = `"hòa"` → `"hoa1"`, `"Đắk"` → `"đăk4"`, `"mam"` → `"mam"`."""
    tone = ""
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)).lower() + tone


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text))


def folded_text(text: str) -> str:
    """The folded words between spaces, one also in front and behind: ` nuoc mam `. What LIKE looks into."""
    found = [fold(word) for word in _words(text)]
    return f" {' '.join(found)} " if found else ""


def accented_text(text: str) -> str:
    """As `folded_text`, of the accented keys."""
    found = [accent_key(word) for word in _words(text)]
    return f" {' '.join(found)} " if found else ""


def query_words(typed: str) -> list[Word]:
    """The different words of a query in their order; what is too long is cut off, everything but words is ignored."""
    words = [Word(fold(word), accent_key(word)) for word in _words(typed[:MAX_QUERY])]
    return list(dict.fromkeys(words))[:MAX_WORDS]
