"""Hashed, pre-compressed static files."""

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Pages link hashed names only, and the staff dashboard and the API's page are seen by few on good lines: packing
# everything else took most of the first start.
_WORTH_PACKING = re.compile(r"^(?!oscar/|ninja/).*\.[0-9a-f]{12}\.\w+$")


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites `import` inside our own ES modules, so that a module and what it imports carry hashes together.

    Django's switch for that would read every script; libraries import by bare names that are no files.
    """

    patterns: ClassVar = (
        *HashedFilesMixin.patterns,
        # The stubs are older than this attribute.
        ("js/*.js", HashedFilesMixin._js_module_import_aggregation_patterns[1]),  # type: ignore[attr-defined]
    )
    # Oscar's and Wagtail's style sheets name a few files that they do not ship.
    manifest_strict = False

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        yield from super().compress_files([path for path in paths if _WORTH_PACKING.match(path)])
