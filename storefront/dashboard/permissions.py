"""Who may see what in the dashboard: whoever holds the model's permission, through a group or alone."""

from typing import ClassVar

from oscar.apps.dashboard import permissions


class DashboardPermission(permissions.DashboardPermission):
    """Oscar also asks for the flag `is_staff`, which no screen of ours sets; orders and the first page go without it.

    Oscar lets partners in as well; they would see and change each other's orders.
    """

    staff: ClassVar = ["order.view_order"]
    partner_dashboard_access: ClassVar = ["is_superuser"]

    @classmethod
    def get(cls, app_label: str, *codenames: str) -> list[str]:
        needed: list[str] = super().get(app_label, *codenames)
        # Oscar's reports ask for the flag themselves; offers and vouchers are not the work of a group yet.
        return needed if app_label == "order" else ["is_staff", *needed]
