"""Who runs the site, for the foot of every page. Read from the cache: no page should pay a query for its footer."""

from types import SimpleNamespace
from typing import Any

from django.core.cache import cache
from django.db import transaction

from catalog.languages import localized
from content.models import SiteOwner

CACHE_KEY = "content.site_owner"
DAY = 24 * 3600
_PLAIN = ("address", "responsible", "phone", "hours", "email")
_IN_BOTH = ("name", "registration", "notice")
_KEPT = (*_PLAIN, *_IN_BOTH, *(f"{name}_en" for name in _IN_BOTH))


def site_owner() -> dict[str, str]:
    """The fields of `SiteOwner` as text, in the language of the page; the defaults when nobody saved any."""
    fields: dict[str, str] | None = cache.get(CACHE_KEY)
    # Another release may have kept other columns: its values are as good as none.
    if fields is None or fields.keys() != set(_KEPT):
        owner = SiteOwner.objects.first() or SiteOwner()
        fields = {name: getattr(owner, name) for name in _KEPT}
        cache.set(CACHE_KEY, fields, timeout=DAY)
    texts = {name: localized(SimpleNamespace(**fields), name) for name in _IN_BOTH}
    return {**texts, **{name: fields[name] for name in _PLAIN}}


def forget_site_owner(**_signal: Any) -> None:
    """Receiver of `post_save`; after commit, or a reader could put the old one back."""
    transaction.on_commit(lambda: cache.delete(CACHE_KEY))
