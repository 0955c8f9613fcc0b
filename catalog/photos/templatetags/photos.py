"""`{% picture photo %}`: the one way a picture gets onto a page."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from catalog.languages import is_english
from catalog.photos.models import Photo, PhotoRendition
from catalog.photos.renditions import FORMATS, MIDDLE_WIDTH, WIDTHS, filter_spec

register = template.Library()

RATIOS = {"4x5": 4 / 5, "1x1": 1.0, "4x3": 4 / 3, "3x2": 3 / 2, "16x9": 16 / 9, "2x1": 2.0}


@register.inclusion_tag("components/picture.html")
def picture(
    photo: Photo | None, *, sizes: str = "100vw", eager: bool = False, ratio: str = "", css: str = "",
    alt: str | None = None, name: str = "", group: str = "",
) -> dict[str, Any]:  # fmt: skip
    """AVIF and WebP in the widths that exist, the original until they do; without a photo a quiet ground with `name`.

    Never makes a size and costs no query when `photo.renditions` is prefetched. `alt=""` is for pictures whose name
    stands beside them; without `alt` the photo's own description is used. Raises `KeyError` for an unknown ratio.
    """
    shown: dict[str, Any] = {"ratio": ratio, "css": css, "name": name, "group": group}
    if not photo:
        return shown | {"photo": None}
    made = {rendition.filter_spec: rendition for rendition in photo.renditions.all()}
    width, height = _intrinsic_size(photo, ratio)
    return shown | {
        "photo": photo,
        "sources": [(f"image/{kind}", srcset) for kind in FORMATS if (srcset := _srcset(made, kind))],
        "source_url": _fallback_url(photo, made),
        "width": width,
        "height": height,
        "sizes": sizes,
        "eager": eager,
        "alt": alternative_text(photo) if alt is None else alt,
    }


@register.filter
def alternative_text(photo: Photo | None) -> str:
    """What the picture shows, in the language of the page."""
    if not photo:
        return ""
    return (photo.description_en if is_english() else "") or photo.description or photo.title


@register.filter
def picture_url(photo: Photo | None) -> str:
    """One address of the picture, for previews and machines: the middle size, or the original until it exists."""
    if not photo:
        return ""
    return _fallback_url(photo, {rendition.filter_spec: rendition for rendition in photo.renditions.all()})


@register.filter
def picture_note(photo: Photo | None) -> str:
    """ "ảnh minh họa" for drawn pictures, so that nobody takes them for photographs; the credit for others."""
    if not photo:
        return ""
    return _("illustration") if photo.is_illustration else photo.credit


def _intrinsic_size(photo: Photo, ratio: str) -> tuple[int, int]:
    """Width and height attributes: the space kept before the picture arrives, as it is cropped on the page."""
    return (800, round(800 / RATIOS[ratio])) if ratio else (photo.width, photo.height)


def _srcset(made: dict[str, PhotoRendition], kind: str) -> str:
    found = [made[spec] for width in WIDTHS if (spec := filter_spec(width, kind)) in made]
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in found)


def _fallback_url(photo: Photo, made: dict[str, PhotoRendition]) -> str:
    middle = made.get(filter_spec(MIDDLE_WIDTH, "webp"))
    return middle.url if middle else photo.file.url
