"""Pictures drawn from the site's own sign: the one that stands for pages without a picture, and the old icon."""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageDraw, ImageFont

from .fonts import SERIF_600

SHARE_SIZE = (1200, 630)
ICON_SIZES = ((16, 16), (32, 32), (48, 48))
SIGN_BOX = 16  # the sign is drawn in a box of 16 by 16
_FINE = 4  # drawn larger and made smaller, so that edges are smooth
_STEPS = 12  # straight pieces of a curve

Point = tuple[float, float]


def build(source: Path, target: Path) -> dict[str, int]:
    """Writes `img/share.png` and `favicon.ico` into `target` if they are missing or older; sizes in bytes by name."""
    inputs = (source / "favicon.svg", source / "css" / "tokens.css", Path(__file__))
    newest = max(path.stat().st_mtime for path in inputs)
    share, icon = target / "img" / "share.png", target / "favicon.ico"
    if not all(path.exists() and path.stat().st_mtime >= newest for path in (share, icon)):
        share.parent.mkdir(parents=True, exist_ok=True)
        sign, tokens = outlines((source / "favicon.svg").read_text(encoding="utf-8")), colors(source)
        share_picture(sign, tokens).save(share, optimize=True)
        sign_picture(sign, max(ICON_SIZES)[0], tokens["accent"]).save(icon, sizes=ICON_SIZES)
    return {path.name: path.stat().st_size for path in (share, icon)}


def colors(source: Path) -> dict[str, str]:
    """The light colors by the names of their tokens."""
    text = (source / "css" / "tokens.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, value in re.findall(r"--color-([a-z-]+):\s*(#[0-9a-f]{6});", text):
        found.setdefault(name, value)
    return found


def outlines(svg: str) -> list[list[Point]]:
    """The parts of the sign as polygons."""
    drawing = re.search(r'<path[^>]* d="([^"]+)"', svg)
    if drawing is None:
        raise ValueError("The sign has no path.")
    pen = DecomposingRecordingPen({})
    parse_path(drawing.group(1), pen)
    polygons: list[list[Point]] = []
    for command, points in pen.value:
        if command == "moveTo":
            polygons.append([points[0]])
        elif command == "lineTo":
            polygons[-1].append(points[0])
        elif command == "curveTo":
            polygons[-1].extend(_curve(polygons[-1][-1], *points))
    return polygons


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    points = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        points.append(tuple(sum(w * c[axis] for w, c in zip(weights, corners, strict=True)) for axis in (0, 1)))
    return points  # type: ignore[return-value]


def sign_picture(sign: list[list[Point]], size: int, color: str) -> Image.Image:
    """The sign on nothing, `size` pixels wide and high."""
    scale = size * _FINE / SIGN_BOX
    large = Image.new("RGBA", (size * _FINE, size * _FINE))
    pencil = ImageDraw.Draw(large)
    for polygon in sign:
        pencil.polygon([(x * scale, y * scale) for x, y in polygon], fill=color)
    return large.resize((size, size), Image.Resampling.LANCZOS)


def share_picture(sign: list[list[Point]], tokens: dict[str, str]) -> Image.Image:
    """Sign and name on the color of the pages."""
    picture = Image.new("RGB", SHARE_SIZE, tokens["surface"])
    pencil: Any = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(SERIF_600.sources[0]), 112)
    drawn = sign_picture(sign, 200, tokens["accent"])
    gap, width = 56, pencil.textlength(settings.SITE_NAME, font=font)
    left = round((SHARE_SIZE[0] - drawn.width - gap - width) / 2)
    middle = SHARE_SIZE[1] // 2
    picture.paste(drawn, (left, middle - drawn.height // 2), drawn)
    pencil.text((left + drawn.width + gap, middle), settings.SITE_NAME, font=font, fill=tokens["ink"], anchor="lm")
    pencil.rectangle((0, SHARE_SIZE[1] - 12, *SHARE_SIZE), fill=tokens["accent"])
    return picture
