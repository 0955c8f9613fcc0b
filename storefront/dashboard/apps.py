from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path
from oscar.apps.dashboard import apps as dashboard
from oscar.core.loading import get_class

# Sections that write past our services stay out: catalogue, partners, pages. So do those whose
# work is done elsewhere or not at all yet: users and communications in Wagtail; reviews; shipping.
SECTIONS = ("reports", "orders", "offers", "ranges", "vouchers")


def _section(name: str) -> list[URLPattern | URLResolver]:
    config: Any = apps.get_app_config(f"{name}_dashboard")
    return list(config.urls[0])


class DashboardConfig(dashboard.DashboardConfig):
    """Oscar's staff dashboard with the sections that are safe to use; the others are not even installed."""

    name = "storefront.dashboard"

    def ready(self) -> None:
        self.index_view = get_class("dashboard.views", "IndexView")
        self.login_view = get_class("dashboard.views", "LoginView")
        self.configure_permissions()

    def configure_permissions(self) -> None:
        from . import elsewhere  # noqa: PLC0415  needs loaded apps

        super().configure_permissions()
        permission = get_class("dashboard.permissions", "DashboardPermission")
        self.permissions_map |= {str(pattern.name): permission.staff for pattern in elsewhere.urlpatterns}

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from django.contrib.auth.views import LogoutView  # noqa: PLC0415  needs loaded apps

        from . import elsewhere  # noqa: PLC0415  needs loaded apps

        sections = [path(f"{name}/", include(_section(name))) for name in SECTIONS]
        urls = [
            path("", self.index_view.as_view(), name="index"),
            *sections,
            *elsewhere.urlpatterns,
            path("login/", self.login_view.as_view(), name="login"),
            path("logout/", LogoutView.as_view(next_page="/"), name="logout"),
        ]
        return self.post_process_urls(urls)
