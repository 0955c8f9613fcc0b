"""The search page. It asks the index and never writes."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import override

from catalog.languages import is_english
from catalog.paging import page_number
from traceability import stamp_code

from .models import Kind
from .selectors import SearchResults, search, ways_on


def search_page(request: HttpRequest) -> HttpResponse:
    """Results for `q`, of one kind if `kind` names one; 404 for a page that there is not."""
    typed = request.GET.get("q", "")
    kind = next((kind for kind in Kind if kind == request.GET.get("kind")), None)
    language = "en" if is_english() else "vi"
    results = search(typed, [kind] if kind else [], page_number(request), language)
    context = {
        "results": results,
        "tabs": _tabs(results, kind),
        "kind": kind,
        "page_query": urlencode({"q": results.query} | ({"kind": kind.value} if kind else {})) + "&",
        "categories": [] if results.page.object_list else ways_on(),
        "stamp_url": _stamp_url(typed),
        "language_url": _other_language_url(results.query),
    }
    response = render(request, "search/results.html", context)
    patch_cache_control(response, no_cache=True)
    return response


def _stamp_url(typed: str) -> str:
    """Where a stamp's code is answered, for people who type it into the first field they see; else empty."""
    if not stamp_code.is_code(typed):
        return ""
    return reverse("traceability:stamp_code", args=[stamp_code.parse(typed)])


def _tabs(results: SearchResults, chosen: Kind | None) -> list[dict[str, object]]:
    """Only kinds that found something, and the chosen one."""
    tabs: list[dict[str, object]] = []
    for kind in Kind:
        count = results.counts.get(kind, 0)
        if count or kind == chosen:
            query = urlencode({"q": results.query, "kind": kind.value})
            tabs.append({"label": kind.label, "count": count, "query": query, "is_selected": kind == chosen})
    return tabs


def _other_language_url(query: str) -> str:
    with override("vi" if is_english() else "en"):
        address = reverse("search:search")
    return f"{address}?{urlencode({'q': query})}" if query else address
