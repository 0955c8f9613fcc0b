"""Middleware of the whole site: the language is in the path; public pages are cached for everybody alike."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
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

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Content-Language", translation.get_language() or "vi")
        return response


class PageCacheMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
