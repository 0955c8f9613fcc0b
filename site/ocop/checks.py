"""System checks for what only a person would notice too late."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from .settings.env import ROOT

# What our own modules must be found under; Oscar falls back to its own class without a word.
FORKS = {
    "catalogue.models": "catalog.models",
    "partner.models": "catalog.partner.models",
    "basket.models": "storefront.basket.models",
    "order.models": "storefront.order.models",
}


@register()
def site_is_no_package(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """`site/__init__.py` would shadow the standard library's `site`, which sets up site-packages."""
    if (ROOT / "site" / "__init__.py").exists():
        return [Error("site/__init__.py exists: it shadows the standard library's module.", id="ocop.E001")]
    return []


@register()
def forks_resolve(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each forked Oscar label is installed from our folder."""
    errors: list[CheckMessage] = []
    for module, ours in FORKS.items():
        label = module.split(".")[0]
        if apps.get_app_config(label).name != ours.rsplit(".", 1)[0]:
            errors.append(Error(f"Oscar's {label} is not our fork {ours}.", id="ocop.E002"))
    return errors


@register()
def own_apps_have_migrations(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """An app with models but no `migrations/` is synced silently in tests and missing in production."""
    return [
        Error(f"{app.name} has models but no migrations folder.", id="ocop.E003")
        for app in apps.get_app_configs()
        if app.path.startswith(str(settings.BASE_DIR)) and ".venv" not in app.path
        if list(app.get_models()) and not (ROOT / app.path / "migrations").is_dir()
    ]
