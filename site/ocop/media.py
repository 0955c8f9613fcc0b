"""Handing out uploads where no other server does (the demo)."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.static import serve

YEAR = 365 * 24 * 3600


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file below MEDIA_ROOT. Names are never reused with other content, so browsers may keep them."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
