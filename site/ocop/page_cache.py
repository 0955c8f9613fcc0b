"""One cached copy of each public page for everybody, until something it shows changes or the Vietnamese day ends.

Purging is by generation: every key carries it, so a purge is one write, and a page that was rendered before a purge
and stored after it is never served.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.core.cache import cache, caches
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from catalog import prefixes
from catalog.clock import next_midnight

# Query parameters that pages know. Others (campaign marks) make no page of their own.
PARAMETERS = (
    "star", "group", "category", "province", "min", "max", "stock", "sort", "page",
    "p", "size", "kind", "year", "month",
)  # fmt: skip
# Searches are too many to keep; everything private says so itself by its headers.
NEVER = (*prefixes.STAFF, *prefixes.API, *prefixes.STAMPS, "/media/", "/static/", "/healthz", "/readyz")

# Not on the shelf of pages: a full shelf throws out entries at random, and with this one all pages would go.
_GENERATION = "page_generation"


def _pages() -> Any:
    return caches["pages"]


def generation() -> str:
    """The mark of all pages that are valid now."""
    current = cache.get(_GENERATION)
    if current is None:
        current = uuid4().hex
        cache.add(_GENERATION, current, timeout=None)
        current = cache.get(_GENERATION) or current
    return str(current)


def forget() -> None:
    """Forget every page now."""
    cache.set(_GENERATION, uuid4().hex, timeout=None)


def purge(**_signal: object) -> None:
    """Forget every page once the running transaction is committed. Also a signal receiver."""
    transaction.on_commit(forget)


def page_key(request: HttpRequest) -> str | None:
    """The cache key of a request, or None when its answer must not be shared."""
    if request.method not in ("GET", "HEAD") or request.path.startswith(NEVER) or "q" in request.GET:
        return None
    if getattr(request, "is_dummy", False):  # Wagtail renders previews and drafts by requests of its own
        return None
    pairs = [(name, value) for name in PARAMETERS for value in request.GET.getlist(name)]
    partial = "part" if request.headers.get("HX-Request") else "page"
    address = f"{partial}:{request.get_host()}:{request.path}?{urlencode(pairs)}"
    return f"{generation()}:{sha256(address.encode()).hexdigest()}"


def is_shareable(response: HttpResponse) -> bool:
    """A plain 200 that knows nothing about its visitor."""
    vary = response.get("Vary", "").lower()
    control = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in vary
        and "private" not in control
        and "no-store" not in control
    )


class PageCacheMiddleware:
    """Answers public pages from the cache. Browsers keep a copy but ask each time (ETag), so a purge reaches them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = page_key(request)
        if key is None:
            return self.get_response(request)
        kept: HttpResponse | None = _pages().get(key)
        if kept is not None:
            return kept
        day_ends = next_midnight()  # asked before rendering: what was judged today must not be kept for tomorrow
        response = self.get_response(request)
        if not is_shareable(response):
            return response
        patch_cache_control(response, no_cache=True)
        if request.method == "GET":
            seconds = int((day_ends - timezone.now()).total_seconds())
            if seconds > 0:
                _pages().set(key, _plain(response), timeout=seconds)
        return response


def _plain(response: HttpResponse) -> HttpResponse:
    """A copy without template and context, which need not be kept."""
    copy = HttpResponse(response.content, status=response.status_code)
    for name, value in response.items():
        copy[name] = value
    return copy
