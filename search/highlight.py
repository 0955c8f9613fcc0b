"""Where the words of a query stand in a text: pieces for the template, no markup. Pure functions."""

from dataclasses import dataclass

from catalog.vietnamese import NBSP, fold

from .keys import WORD, Word, accent_key

SNIPPET = 170


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `is_match` where it answers the query."""

    text: str
    is_match: bool


def is_hit(text_word: str, words: list[Word], *, strict: bool) -> bool:
    """Whether a word of a text answers one of the query. `strict` keeps apart what differs by typed marks."""
    return any(_answers(text_word, word, strict=strict) for word in words)


def _answers(text_word: str, word: Word, *, strict: bool) -> bool:
    folded = fold(text_word)
    if word.folded != folded:
        return False
    return not strict or not word.has_marks or accent_key(text_word) in (word.accented, folded)


def marks(text: str, words: list[Word], *, strict: bool) -> list[tuple[int, int]]:
    """Where the text answers the query: start and end of each match, neighbors with the space between them as one.

    A syllable typed without marks may be any of a dozen words, so among several it counts only beside another:
    "tam ky" is in "Tam Kỳ", but neither in "tháng Tám" nor in "thời kỳ".
    """
    meant = words if len(words) == 1 else [word for word in words if strict and word.has_marks]
    runs: list[tuple[int, int, bool]] = []
    for found in WORD.finditer(text):
        if not is_hit(found.group(), words, strict=strict):
            continue
        is_sure = is_hit(found.group(), meant, strict=strict)
        if runs and text[runs[-1][1] : found.start()] in (" ", NBSP):
            runs[-1] = (runs[-1][0], found.end(), True)
        else:
            runs.append((*found.span(), is_sure))
    return [(start, end) for start, end, is_sure in runs if is_sure]


def pieces(text: str, words: list[Word], *, strict: bool = True) -> list[Piece]:
    """The text cut at its matches."""
    cut: list[Piece] = []
    position = 0
    for start, end in marks(text, words, strict=strict):
        if start > position:
            cut.append(Piece(text[position:start], False))
        cut.append(Piece(text[start:end], True))
        position = end
    if position < len(text):
        cut.append(Piece(text[position:], False))
    return cut


def snippet(summary: str, body: str, words: list[Word], *, strict: bool = True) -> str:
    """The summary, or the part of the body around the first match if only the body has one."""
    inside = marks(body, words, strict=strict)
    if not inside or marks(summary, words, strict=strict):
        return shortened(summary or body)
    first = inside[0][0]
    start = body.rfind(". ", 0, first) + 2 if ". " in body[:first] else 0
    if first - start > SNIPPET // 2:
        start = body.find(" ", first - SNIPPET // 3) + 1
        return "…" + shortened(body[start:])
    return shortened(body[start:])


def shortened(text: str) -> str:
    """At most 170 characters, cut between words."""
    if len(text) <= SNIPPET:
        return text
    return text[:SNIPPET].rsplit(" ", 1)[0].rstrip(" .,;:–…") + "…"
