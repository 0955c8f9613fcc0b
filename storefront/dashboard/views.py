"""The first page of the dashboard."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import now
from django.views.generic import TemplateView
from oscar.apps.dashboard.views import LoginView

from .selectors import open_parcels, order_figures, revenue_by_hour

__all__ = ["IndexView", "LoginView"]


class IndexView(TemplateView):
    """Oscar's own shows a partner's figures to whoever lacks the flag `is_staff`, and counts what was cancelled."""

    template_name = "oscar/dashboard/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "day": order_figures(since=now() - timedelta(hours=24)),
            "ever": order_figures(),
            "parcels": open_parcels(),
            "hours": revenue_by_hour(),
        }
