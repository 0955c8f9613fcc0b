from oscar.apps.search import apps


class SearchConfig(apps.SearchConfig):
    """Oscar's `search` label: an own app of that name would collide with it."""

    name = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Oscar's own would load its haystack view, which is not routed here."""
        from . import signals  # noqa: PLC0415  needs loaded apps

        signals.connect()
