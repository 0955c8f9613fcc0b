"""System checks for what only a person would notice too late."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from oscar.core.loading import get_class

from .settings.env import ROOT

# Labels that our folders hold instead of Oscar's.
LABELS = {
    "catalogue": "catalog",
    "partner": "catalog.partner",
    "basket": "storefront.basket",
    "order": "storefront.order",
    "search": "search",
    "dashboard": "storefront.dashboard",
    "orders_dashboard": "storefront.dashboard.orders",
}
# Where Oscar asks for a class, and which must answer: it falls back to its own without a word.
FORKS = {
    "catalogue.models": "catalog.models.Product",
    "partner.models": "catalog.partner.models.StockRecord",
    "partner.strategy": "catalog.partner.strategy.Selector",
    "basket.models": "storefront.basket.models.Basket",
    "order.models": "storefront.order.models.Order",
    "order.processing": "storefront.order.processing.EventHandler",
    "order.utils": "storefront.order.utils.OrderNumberGenerator",
    "dashboard.permissions": "storefront.dashboard.permissions.DashboardPermission",
    "dashboard.views": "storefront.dashboard.views.IndexView",
    "dashboard.orders.forms": "storefront.dashboard.orders.forms.OrderSearchForm",
    "dashboard.orders.views": "storefront.dashboard.orders.views.OrderListView",
}


@register()
def site_is_no_package(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """`site/__init__.py` would shadow the standard library's `site`, which sets up site-packages."""
    if (ROOT / "site" / "__init__.py").exists():
        return [Error("site/__init__.py exists: it shadows the standard library's module.", id="ocop.E001")]
    return []


@register()
def forks_resolve(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each forked label is installed from our folder, and Oscar finds our classes, not its own of the same name."""
    errors: list[CheckMessage] = [
        Error(f"Oscar's {label} is not our fork {name}.", id="ocop.E002")
        for label, name in LABELS.items()
        if apps.get_app_config(label).name != name
    ]
    for asked, ours in FORKS.items():
        module, name = ours.rsplit(".", 1)
        found = get_class(asked, name)
        if found.__module__ != module:
            errors.append(Error(f"Oscar's {asked} answers with {found.__module__}, not {module}.", id="ocop.E004"))
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
