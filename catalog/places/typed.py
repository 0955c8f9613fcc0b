"""How people type a place: commune, district and province in any order, with or without their kinds. Pure functions."""

import re
from collections.abc import Iterable, Sequence

from catalog.vietnamese import fold_words

_PARTS = re.compile(r"[,;/\n]+|\s[-–—]\s")
_GLUED = re.compile(r"^(tp|[pqf])(\d+|hcm)$")  # P5, Q3, TPHCM
_SHORT_NAMES = {"hcm": ["ho", "chi", "minh"], "hn": ["ha", "noi"]}
_SHORT_KINDS = {
    "p": "phuong", "f": "phuong", "x": "xa", "tt": "thi tran", "dk": "dac khu", "q": "quan", "h": "huyen",
    "tx": "thi xa", "tp": "thanh pho", "t": "tinh",
}  # fmt: skip
_KINDS = {*_SHORT_KINDS.values()}
_KIND_WORDS = {word for kind in _KINDS for word in kind.split()} | {*_SHORT_KINDS}
_COMMUNE, _LARGER = "·", "…"  # stand where a name was read


def tokens(part: str) -> list[str]:
    """Folded words, the usual short forms of names written out: `"Q.3, TPHCM"` → `q 3 tp ho chi minh`."""
    words = [piece for word in fold_words(part).split() for piece in _GLUED.sub(r"\1 \2", word).split()]
    return [piece for word in words for piece in _SHORT_NAMES.get(word, [word])]


def name_words(text: str) -> list[str]:
    """The words to look for: without short kinds, and without the kind in front of each part."""
    found = []
    for part in _PARTS.split(text):
        words = tokens(part)
        kind = _kind_at_start(words)
        rest = words[len(kind) :] or words
        found += [word for word in rest if word not in _SHORT_KINDS] or rest
    return found


def _kind_at_start(words: list[str]) -> list[str]:
    for length in (2, 1):
        if " ".join(words[:length]) in _KINDS or (length == 1 and words[:1] and words[0] in _SHORT_KINDS):
            return words[:length]
    return []


def is_whole(text: str, name: str, kind: str, larger: Iterable[str]) -> bool:
    """Whether the text is this commune's name and nothing else but kinds and names of the `larger` units around it.

    Names are folded. A kind in front of the name must be the commune's: "quận Hải Châu" is not phường Hải Châu.
    """
    typed, own = tokens(text), name.split()
    around = sorted((other.split() for other in larger), key=len, reverse=True)
    kind = fold_words(kind)
    return any(_fits([*typed[:at], _COMMUNE, *typed[at + len(own) :]], around, kind) for at in _places_of(own, typed))


def _fits(rest: list[str], around: Sequence[list[str]], kind: str) -> bool:
    for other in around:
        for at in _places_of(other, rest)[:1]:
            rest = [*rest[:at], _LARGER, *rest[at + len(other) :]]
    if any(word not in _KIND_WORDS for word in rest if word not in (_COMMUNE, _LARGER)):
        return False
    at = rest.index(_COMMUNE)
    before = [" ".join(rest[max(at - length, 0) : at]) for length in (2, 1)]
    said = next((_SHORT_KINDS.get(words, words) for words in before if words in _KINDS or words in _SHORT_KINDS), "")
    return said in ("", kind)


def _places_of(name: list[str], words: list[str]) -> list[int]:
    return [at for at in range(len(words) - len(name) + 1) if words[at : at + len(name)] == name]
