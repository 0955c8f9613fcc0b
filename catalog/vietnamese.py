"""Vietnamese text: normal form, folding for comparison. Pure functions.

Places, certificate imports, bank memos and search all compare names; they all fold the same way:
accents *and* đ fall away, tone marks may stand on either vowel (hoà = hòa), NFD equals NFC.
"""

import re
import unicodedata

NBSP = "\u00a0"  # no-break space

_D_LIKE = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "Ɖ": "d", "ɖ": "d"})
_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", re.IGNORECASE)
_SYLLABLE = re.compile(
    r"(ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?"
    r"(ai|ao|au|ay|a|eo|eu|e|ieu|ia|ie|iu|i|oai|oay|oao|oan|oa|oeo|oe|oi|o|uai|uay|ua|uye|uya|uyu|ue|ui|uoi|uou|uo|uu|uy|u"
    r"|yeu|ye|y)(ch|ng|nh|[cmnpt])?"
)
_FINAL_PAIR = re.compile(r"(?<![qQ])([oO](?=[àáảãạèéẻẽẹ])|[uU](?=[ỳýỷỹỵ]))(.)(?!\w)")


def normalize(text: str) -> str:
    """NFC with runs of white space as one space and none around: the form in which text is stored."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def place_tones(text: str) -> str:
    """Tone marks on the first vowel of a final oa, oe, uy, as resolutions print them: `"Khánh Hoà"` → `"Khánh Hòa"`."""
    return _FINAL_PAIR.sub(lambda match: _move_tone(match.group(1), match.group(2)), normalize(text))


def _move_tone(first: str, second: str) -> str:
    bare, tone = unicodedata.normalize("NFD", second)[0], unicodedata.normalize("NFD", second)[1:]
    return unicodedata.normalize("NFC", first + tone) + bare


def fold(text: str) -> str:
    """Lower case without marks: `"Nước mắm Đà Nẵng"` → `"nuoc mam da nang"`. White space is kept as it is."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D_LIKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def fold_words(text: str) -> str:
    """The folded words with one space between: `"TP.HCM – xã M'gar"` → `"tp hcm xa m gar"`. Empty for no words."""
    return " ".join(_WORD.findall(fold(text)))


def looks_vietnamese(text: str) -> bool:
    """A guess for texts that do not say their language: more than two fifths of the words bear Vietnamese letters, and
    few can be no Vietnamese syllable. `"Lai Châu séng cù rice"` is English with a name in it, for a foreign word tells
    more than a foreign name: `"Nước mắm sá sùng Newstar"`.

    Good for a place, a name or a sentence; `"Sa Pa"` alone looks like nothing.
    """
    words = [normalize(word) for word in _WORD.findall(text) if not word.isdigit()]
    marked = sum(bool(_MARKED.search(word)) for word in words)
    strange = [word for word in words if not word.isupper() and _SYLLABLE.fullmatch(fold(word)) is None]
    foreign = sum(1.5 if word.islower() else 1 for word in strange)
    return bool(words) and marked > 0.4 * len(words) and foreign < 0.25 * len(words)


def names_apart(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text in another language, each with whether it is a Vietnamese name.

    `"Lai Châu séng cù rice"` → `[("Lai Châu séng cù", True), (" rice", False)]`: a name is a run of words of which one
    at least bears Vietnamese letters and the others are syllables with a capital.
    """
    runs: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        if not (_is_marked(word[0]) or _may_be_name(word[0])):
            continue
        if runs and text[runs[-1][1] : word.start()] in (" ", NBSP):
            runs[-1] = (runs[-1][0], word.end())
        else:
            runs.append(word.span())
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in runs:
        if _is_marked(text[start:stop]):
            pieces += [(text[end:start], False), (text[start:stop], True)]
            end = stop
    return [piece for piece in (*pieces, (text[end:], False)) if piece[0]]


def _is_marked(text: str) -> bool:
    return _MARKED.search(normalize(text)) is not None


def _may_be_name(word: str) -> bool:
    return word.istitle() and _SYLLABLE.fullmatch(fold(word)) is not None


def slugify(text: str) -> str:
    """ASCII words joined by hyphens: `"Trà đinh Hảo Đạt"` → `"tra-dinh-hao-dat"`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
