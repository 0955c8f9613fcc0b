"""Where the words of a query stand in a text: pieces for the template, no markup. Pure functions."""

from dataclasses import dataclass

from catalog.vietnamese import fold

from .keys import WORD, Word, accent_key

SNIPPET = 170


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `is_match` where it answers the query."""

    text: str
    is_match: bool


def is_hit(text_word: str, words: list[Word], *, strict: bool) -> bool:
    """Whether a word of a text answers one of the query. `strict` keeps apart what differs by typed marks."""
    folded, accented = fold(text_word), accent_key(text_word)
    for word in words:
        if word.folded == folded and (not strict or not word.has_marks or accented in (word.accented, folded)):
            return True
    return False


def pieces(text: str, words: list[Word], *, strict: bool = True) -> list[Piece]:
    """The text cut at its matches; neighbors that match are one piece, with the space between them."""
    marks: list[tuple[int, int]] = []
    for found in WORD.finditer(text):
        if not is_hit(found.group(), words, strict=strict):
            continue
        if marks and text[marks[-1][1] : found.start()] == " ":
            marks[-1] = (marks[-1][0], found.end())
        else:
            marks.append(found.span())
    cut: list[Piece] = []
    position = 0
    for start, end in marks:
        if start > position:
            cut.append(Piece(text[position:start], False))
        cut.append(Piece(text[start:end], True))
        position = end
    if position < len(text):
        cut.append(Piece(text[position:], False))
    return cut


def snippet(summary: str, body: str, words: list[Word], *, strict: bool = True) -> str:
    """The summary, or the part of the body around the first match if only the body has one."""
    if not body or any(is_hit(found.group(), words, strict=strict) for found in WORD.finditer(summary)):
        return shortened(summary)
    first = next((m.start() for m in WORD.finditer(body) if is_hit(m.group(), words, strict=strict)), None)
    if first is None:
        return shortened(summary or body)
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
