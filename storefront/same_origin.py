"""Whether a post comes from our own pages. Forms on cached pages carry no token, so the browser has to say it."""

from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


class Origin(Enum):
    OWN = "own"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


def origin_of(request: HttpRequest) -> Origin:
    """`Sec-Fetch-Site` decides, else `Origin`; old browsers send neither and are asked to confirm."""
    fetched_from = request.headers.get("Sec-Fetch-Site")
    if fetched_from:
        return Origin.OWN if fetched_from == "same-origin" else Origin.FOREIGN
    origin = request.headers.get("Origin")
    if not origin:
        return Origin.UNKNOWN
    own = f"{request.scheme}://{request.get_host()}"
    is_own = origin == own or (origin in settings.CSRF_TRUSTED_ORIGINS and bool(urlsplit(origin).netloc))
    return Origin.OWN if is_own else Origin.FOREIGN
