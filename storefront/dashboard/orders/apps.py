from oscar.apps.dashboard.orders import apps
from oscar.core.loading import get_class


class OrdersDashboardConfig(apps.OrdersDashboardConfig):
    """Oscar's order screens; what they change goes through our services."""

    name = "storefront.dashboard.orders"

    def configure_permissions(self) -> None:
        super().configure_permissions()
        permission = get_class("dashboard.permissions", "DashboardPermission")
        self.permissions_map["order-shipping-address"] = permission.get("order", "view_order", "change_order")
