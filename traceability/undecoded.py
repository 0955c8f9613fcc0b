"""The request's target as the client sent it.

WSGI hands out a decoded path, in which `/10/A%2FB` and `/10/A/B` are the same. gunicorn (`RAW_URI`) and uWSGI
(`REQUEST_URI`) keep the original beside it; servers that keep nothing (granian, wsgiref) cannot serve such lots.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest


def raw_path(request: HttpRequest) -> str:
    """The undecoded path, or the path encoded anew where the server kept no original."""
    target = str(request.META.get("RAW_URI") or request.META.get("REQUEST_URI") or "")
    if not target:
        return request.get_full_path_info().partition("?")[0]
    if not target.startswith("/"):
        target = urlsplit(target).path  # a proxy may ask in absolute form
    return target.partition("?")[0].partition("#")[0]
