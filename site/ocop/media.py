"""Handing out uploads where no other server does (the demo), and the icon that browsers ask for by its old name."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.static import serve

DAY = 24 * 3600


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file below MEDIA_ROOT. After a deletion a name can come back with other content: browsers keep it for a day."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    patch_cache_control(response, public=True, max_age=DAY)
    return response


def favicon(request: HttpRequest) -> HttpResponseBase:
    """Some programs ask for `/favicon.ico` without reading a page; the file itself carries a hash in its name."""
    response = HttpResponseRedirect(static("favicon.ico"))
    patch_cache_control(response, public=True, max_age=DAY)
    return response
