from django.apps import AppConfig


class OcopConfig(AppConfig):
    """The composition root: what ties the packages together. No domain logic, no models."""

    name = "ocop"
    verbose_name = "OCOP"

    def ready(self) -> None:
        from . import checks, purging  # noqa: F401, PLC0415  need loaded apps

        purging.connect()
