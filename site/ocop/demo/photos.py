"""The drawn sample pictures: into the image library once, found again by their title."""

import csv
from pathlib import Path

from django.core.files.images import ImageFile

from catalog.photos.models import Photo

from .files import PICTURES, text_of

CREDIT = "Tranh minh họa (mẫu)"


class PhotoBook:
    """Pictures by file name such as `stories/hai-che-tan-cuong.webp`; loads what is asked for."""

    def __init__(self) -> None:
        reader = csv.DictReader(text_of(PICTURES / "pictures.csv").splitlines(keepends=True))
        self._rows = {row["file"]: row for row in reader}
        files = {row["title"]: name for name, row in self._rows.items()}
        loaded = Photo.objects.filter(credit=CREDIT)
        self._photos = {files[photo.title]: photo for photo in loaded if photo.title in files}

    def get(self, name: str) -> Photo | None:
        """The photo of that file; None for an empty name. Raises `KeyError` for a file that is not listed."""
        if not name:
            return None
        if name not in self._photos:
            self._photos[name] = self._load(name)
        return self._photos[name]

    def _load(self, name: str) -> Photo:
        row = self._rows[name]
        photo = Photo(
            title=row["title"],
            description=row["alt_vi"],
            description_en=row["alt_en"],
            credit=CREDIT,
            is_illustration=True,
            width=int(row["width"]),
            height=int(row["height"]),
        )
        path: Path = PICTURES / name
        with path.open("rb") as file:
            photo.file = ImageFile(file, name=name.replace("/", "-"))
            photo.file_size = path.stat().st_size
            photo.save()
        return photo
