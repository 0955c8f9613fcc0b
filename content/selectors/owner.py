"""Who runs the site, for the foot of every page. Read from the cache: no page should pay a query for its footer."""

from typing import Any

from django.core.cache import cache

from catalog.languages import localized
from content.models import SiteOwner

CACHE_KEY = "content.site_owner"


def site_owner() -> dict[str, str]:
    """The fields of `SiteOwner` as text, in the language of the page; the defaults when nobody saved any."""
    owner = cache.get(CACHE_KEY)
    if owner is None:
        owner = SiteOwner.objects.first() or SiteOwner()
        cache.set(CACHE_KEY, owner, timeout=None)
    plain = ("address", "responsible", "phone", "hours", "email", "notice")
    return {
        "name": localized(owner, "name"),
        "registration": localized(owner, "registration"),
        **{field: getattr(owner, field) for field in plain},
    }


def forget_site_owner(**_signal: Any) -> None:
    """Receiver of `post_save`."""
    cache.delete(CACHE_KEY)
