"""Hashed, pre-compressed static files."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites `import` inside our ES modules, so that a module and what it imports carry hashes together."""

    support_js_module_import_aggregation = True
    # Oscar's and Wagtail's style sheets name a few files that they do not ship.
    manifest_strict = False
