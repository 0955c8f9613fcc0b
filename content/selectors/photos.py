"""Photos with the sizes that exist, for pages that only know their ids."""

from collections.abc import Iterable

from catalog.photos.models import Photo


def photos_by_id(ids: Iterable[int | None]) -> dict[int, Photo]:
    """Two queries for all of them; none for no ids."""
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    return {photo.pk: photo for photo in Photo.objects.filter(pk__in=wanted).prefetch_related("renditions")}
