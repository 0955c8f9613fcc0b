from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path
from oscar.apps.dashboard import apps as dashboard
from oscar.core.loading import get_class

# Sections that bypass our services stay out: catalogue, partners, pages (architecture: known clashes), and those whose
# work is done elsewhere: users and communications in Wagtail, reviews and shipping in issues of their own.
SECTIONS = ("reports", "orders", "offers", "ranges", "vouchers")


class DashboardConfig(dashboard.DashboardConfig):
    """Oscar's staff dashboard with the sections that are safe to use; the others are not even installed."""

    name = "storefront.dashboard"

    def ready(self) -> None:
        self.index_view = get_class("dashboard.views", "IndexView")
        self.login_view = get_class("dashboard.views", "LoginView")
        self.configure_permissions()

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from django.contrib.auth.views import LogoutView  # needs loaded apps

        sections = [path(f"{name}/", include(apps.get_app_config(f"{name}_dashboard").urls[0])) for name in SECTIONS]
        urls = [
            path("", self.index_view.as_view(), name="index"),
            *sections,
            path("login/", self.login_view.as_view(), name="login"),
            path("logout/", LogoutView.as_view(next_page="/"), name="logout"),
        ]
        return self.post_process_urls(urls)
