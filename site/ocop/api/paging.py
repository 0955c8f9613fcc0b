"""How pages of a list are asked for, and what may be asked."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query
from ninja.errors import ValidationError

PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Counted from 1.")]
PageSize = Annotated[int, Query(ge=1, le=100, description="Results a page, at most 100.")]

View = Callable[..., dict[str, Any]]


def known_parameters_only(view: View) -> View:
    """Answers 422 and names what the view does not know: a filter that was mistyped must not return everything."""

    @wraps(view)
    def asked(request: HttpRequest, **values: Any) -> dict[str, Any]:
        unknown = sorted(set(request.GET) - set(values))
        if unknown:
            message = "There is no such parameter."
            raise ValidationError([{"type": "unknown", "loc": ["query", name], "msg": message} for name in unknown])
        return view(request, **values)

    return asked
