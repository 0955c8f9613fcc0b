"""Who may see what in the staff dashboard: staff with the model's permission, and nobody else."""

from typing import ClassVar

from oscar.apps.dashboard import permissions


class DashboardPermission(permissions.DashboardPermission):
    """Oscar lets partners in as well; they would see and change each other's orders."""

    partner_dashboard_access: ClassVar = ["is_superuser"]

    @classmethod
    def get(cls, app_label: str, *codenames: str) -> list[str]:
        return ["is_staff", *super().get(app_label, *codenames)]
