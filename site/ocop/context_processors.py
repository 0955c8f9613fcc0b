"""Template context that Oscar's dashboard expects, given to the dashboard only."""

from typing import Any

from django.http import HttpRequest
from oscar.core.context_processors import metadata


def dashboard(request: HttpRequest) -> dict[str, Any]:
    """Oscar's shop metadata under /dashboard/; nothing on public pages, which must not know who is looking."""
    if not request.path.startswith("/dashboard/"):
        return {}
    return dict(metadata(request))
