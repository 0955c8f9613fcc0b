"""Who sees which items of the admin's menu."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from content.staff import MODERATORS, OFFICERS

_NOT_FOR_EDITORS = {"reports", "help"}


class DashboardMenuItem(MenuItem):
    """The way to the shop's dashboard, for those who may enter it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("order.view_order"))


def hide_for_editors(request: HttpRequest, items: list[MenuItem]) -> list[MenuItem]:
    """Editors write; who did what on the site is for those who answer for it."""
    user = request.user
    if user.is_superuser or user.groups.filter(name__in=(MODERATORS, OFFICERS)).exists():
        return items
    return [item for item in items if item.name not in _NOT_FOR_EDITORS]
