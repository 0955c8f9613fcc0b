"""The first page of the dashboard."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import now
from oscar.apps.dashboard import views as oscar_views

from .selectors import order_figures, standing


class IndexView(oscar_views.IndexView):
    """Oscar counts cancelled orders as orders and as revenue; here they are left out."""

    def get_hourly_report(self, orders: Any, hours: int = 24, segments: int = 10) -> dict[str, Any]:
        report: dict[str, Any] = super().get_hourly_report(standing(orders), hours, segments)
        return report

    def get_stats(self) -> dict[str, Any]:
        stats: dict[str, Any] = super().get_stats()
        ever, day = order_figures(), order_figures(since=now() - timedelta(hours=24))
        return stats | {
            "total_orders": ever["orders"],
            "total_lines": ever["lines"],
            "total_revenue": ever["revenue"],
            "total_orders_last_day": day["orders"],
            "total_lines_last_day": day["lines"],
            "total_revenue_last_day": day["revenue"],
            "average_order_costs": day["average"],
        }
