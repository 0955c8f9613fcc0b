"""The site's three font faces, cut to Latin, Vietnamese and the signs we print, and fallbacks of the same size.

The families come from the packages `font-source-serif-pro` and `font-source-sans-pro` (SIL Open Font License).
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
from fontTools import subset
from fontTools.ttLib import TTFont

from .weight_axis import with_weight_axis

MAX_BYTES = 18 * 1024
SERIF_FILES = Path(font_source_serif_pro.__file__).parent / "files"
SANS_FILES = Path(font_source_sans_pro.__file__).parent / "files"

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
_SIGNS = "\u00a0₫°·×§©²½–—‘’“”…•→≤≥−"
LETTERS = "".join(map(chr, range(0x20, 0x7F))) + _VIETNAMESE + _SIGNS

# Fallbacks: names under which a font is installed, and its advance widths per 1000 of a-z and space. Adobe's Helvetica
# and Times, with which Arial, Liberation, Arimo and Times New Roman agree; DejaVu, which bare Linux desktops have.
_ARIAL = (
    "Arial,Liberation Sans,Arimo",
    "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 278",
)
_TIMES = (
    "Times New Roman,Liberation Serif,Tinos",
    "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 250",
)
_TIMES_BOLD = (
    "Times New Roman Bold,Liberation Serif Bold,Tinos Bold",
    "500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 250",
)
_DEJAVU_SANS = (
    "DejaVu Sans",
    "613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 318",
)
_DEJAVU_SERIF = (
    "DejaVu Serif",
    "596 640 560 640 592 370 640 644 320 310 606 320 948 644 602 640 640 478 513 402 644 565 856 564 565 527 318",
)
_DEJAVU_SERIF_BOLD = (
    "DejaVu Serif Bold",
    "648 699 609 699 636 430 699 727 380 362 693 380 1058 727 667 699 699 527 563 462 727 581 861 596 581 568 348",
)
# How often Vietnamese text uses each base letter and the space, per thousand, marks left off (counted in the stories).
_FREQUENCY = "a96 b14 c41 d22 e28 g48 h59 i52 k10 l16 m33 n90 o86 p10 q3 r17 s11 t51 u55 v10 x4 y13"
_SPACES = 230


@dataclass(frozen=True, slots=True)
class Face:
    """One @font-face: family, weights as CSS writes them, file name, the fonts it is cut from."""

    family: str
    weight: str
    file: str
    sources: tuple[Path, ...]
    fallbacks: tuple[tuple[str, str], ...]

    def css(self) -> str:
        return (
            f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};font-style:normal;font-display:swap;'
            f'src:url("../fonts/{self.file}") format("woff2")}}'
        )


SERIF_600 = Face(
    "Source Serif", "600", "serif-600.woff2", (SERIF_FILES / "SourceSerifPro-Semibold.ttf",),
    (_TIMES_BOLD, _DEJAVU_SERIF_BOLD),
)  # fmt: skip
SERIF_400 = Face(
    "Source Serif", "400", "serif-400.woff2", (SERIF_FILES / "SourceSerifPro-Regular.ttf",), (_TIMES, _DEJAVU_SERIF)
)
SANS = Face(
    "Source Sans", "400 600", "sans.woff2",
    (SANS_FILES / "SourceSansPro-Regular.ttf", SANS_FILES / "SourceSansPro-Semibold.ttf"), (_ARIAL, _DEJAVU_SANS),
)  # fmt: skip
FACES = (SERIF_600, SERIF_400, SANS)


def build(folder: Path) -> dict[str, int]:
    """Writes the WOFF2 files that are missing or older than their sources; sizes in bytes by file name."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for face in FACES:
        path = folder / face.file
        newest = max(source.stat().st_mtime for source in (*face.sources, *Path(__file__).parent.glob("*.py")))
        if not path.exists() or path.stat().st_mtime < newest:
            path.write_bytes(_woff2(face))
        sizes[face.file] = path.stat().st_size
        if sizes[face.file] > MAX_BYTES:
            raise ValueError(f"{face.file} has {sizes[face.file]} bytes, more than {MAX_BYTES}.")
    return sizes


def css(faces: Iterable[Face] = FACES) -> str:
    """The @font-face rules of `faces`, and for each the fallbacks that take the same room until it arrives."""
    rules = [face.css() for face in faces]
    return "\n".join([*rules, *(rule for face in faces for rule in _fallback_rules(face))])


def _cut(path: Path) -> TTFont:
    font = TTFont(path)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.hinting = False
    options.name_IDs = [1, 2]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    return font


def _woff2(face: Face) -> bytes:
    fonts = [_cut(path) for path in face.sources]
    font = fonts[0]
    if len(fonts) == 2:
        low, high = map(int, face.weight.split())
        font = with_weight_axis(fonts[0], fonts[1], (low, high))
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue()


def _fallback_rules(face: Face) -> list[str]:
    font = TTFont(face.sources[0])
    own, em = _average_width(_own_widths(font)), font["head"].unitsPerEm
    ascent, descent = font["hhea"].ascent / em, -font["hhea"].descent / em
    rules = []
    for number, (names, widths) in enumerate(face.fallbacks, 1):
        scale = own / _average_width(_table_widths(widths))
        sources = ",".join(f'local("{name}")' for name in names.split(","))
        rules.append(
            f'@font-face{{font-family:"{face.family} {number}";font-weight:{face.weight};src:{sources};'
            f"size-adjust:{scale:.2%};ascent-override:{ascent / scale:.2%};descent-override:{descent / scale:.2%};"
            "line-gap-override:0%}"
        )
    return rules


def _own_widths(font: TTFont) -> dict[str, float]:
    names, metrics, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    return {letter: metrics[names[ord(letter)]][0] * 1000 / em for letter in "abcdefghijklmnopqrstuvwxyz "}


def _table_widths(widths: str) -> dict[str, float]:
    return dict(zip("abcdefghijklmnopqrstuvwxyz ", map(float, widths.split()), strict=True))


def _average_width(widths: dict[str, float]) -> float:
    weights = {" ": _SPACES} | {entry[0]: int(entry[1:]) for entry in _FREQUENCY.split()}
    return sum(widths[letter] * weight for letter, weight in weights.items()) / sum(weights.values())
