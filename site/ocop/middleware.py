"""The language is in the path; NUL is in nothing."""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class PathLocaleMiddleware(LocaleMiddleware):
    """English under /en/, Vietnamese everywhere else, whatever the browser prefers.

    Django's own adds `Vary: Accept-Language` to every address without a prefix and redirects by preference.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = "en" if request.path_info == "/en" or request.path_info.startswith("/en/") else "vi"
        translation.activate(language)
        request.LANGUAGE_CODE = language  # type: ignore[attr-defined]

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language() or "vi")
        return response


class NullByteMiddleware:
    """Takes NUL out of queries and answers 404 for paths with it: PostgreSQL refuses it with an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # A Digital Link with it is answered by the resolver, which says what is wrong with the link.
        if "\x00" in request.path_info and not request.path_info.startswith("/01/"):
            raise Http404
        query = request.META.get("QUERY_STRING", "")
        while "%00" in query or "\x00" in query:  # again, for "%%0000" holds another
            query = query.replace("%00", "").replace("\x00", "")
        request.META["QUERY_STRING"] = query
        return self.get_response(request)
