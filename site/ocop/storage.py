"""Hashed, pre-compressed static files."""

from typing import ClassVar

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites `import` inside our own ES modules, so that a module and what it imports carry hashes together.

    Django's switch for that would read every script; libraries import by bare names that are no files.
    """

    patterns: ClassVar = (
        *HashedFilesMixin.patterns,
        ("js/*.js", HashedFilesMixin._js_module_import_aggregation_patterns[1]),
    )
    # Oscar's and Wagtail's style sheets name a few files that they do not ship.
    manifest_strict = False
