"""How often somebody may try: counted in the cache, per client and per thing looked for, without keeping addresses."""

import hashlib
import time
from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WINDOW_SECONDS = 15 * 60
# The file cache reads and writes in two steps: threads of one process would lose counts. Redis counts by itself.
_counting = Lock()


def client_address(request: HttpRequest) -> str:
    """The visitor's address; behind a proxy what the nearest proxy saw, never what a visitor claims."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    nearest = forwarded.rsplit(",", 1)[-1].strip()
    return nearest or str(request.META.get("REMOTE_ADDR", ""))


def _key(scope: str, subject: str) -> str:
    window = int(time.time()) // WINDOW_SECONDS
    return f"throttle:{scope}:{window}:{hashlib.sha256(subject.encode()).hexdigest()[:32]}"


def is_over(scope: str, subject: str, most: int) -> bool:
    """Whether `most` tries were counted in this quarter of an hour."""
    return int(cache.get(_key(scope, subject), 0)) >= most


def count(scope: str, subject: str) -> None:
    """Count one try."""
    key = _key(scope, subject)
    with _counting:
        if not cache.add(key, 1, timeout=2 * WINDOW_SECONDS):
            cache.incr(key)
            # Where a cache counts by get and set, as files do, the count would now live for its default time only.
            cache.touch(key, timeout=2 * WINDOW_SECONDS)
