"""Which function gathers what the template of a page type needs. Filled by `content.contexts` when the apps are ready.

Pages are models and cannot import the selectors that read them; the registry turns the arrow around.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from wagtail.models import Page

P = TypeVar("P", bound=Page)
Builder = Callable[[Any, HttpRequest], dict[str, Any]]

_everywhere: list[Builder] = []
_builders: dict[type[Page], Builder] = {}


def builds_every_page(function: Builder) -> Builder:
    """Decorator: called for all pages, before the one of their type."""
    _everywhere.append(function)
    return function


def builds(page_type: type[P]) -> Callable[[Callable[[P, HttpRequest], dict[str, Any]]], Builder]:
    """Decorator: this function gathers the context of one page type."""

    def register(function: Callable[[P, HttpRequest], dict[str, Any]]) -> Builder:
        _builders[page_type] = function
        return function

    return register


def context_of(page: Page, request: HttpRequest) -> dict[str, Any]:
    """The context of a page. `structured_data` of the page type follows that of all pages."""
    context: dict[str, Any] = {}
    for builder in _everywhere:
        context.update(builder(page, request))
    own = _builders[type(page)](page, request) if type(page) in _builders else {}
    data = [*context.get("structured_data", []), *own.get("structured_data", [])]
    return context | own | {"structured_data": data}
