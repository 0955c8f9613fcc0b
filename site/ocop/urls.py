"""All addresses. Vietnamese paths have no prefix, English ones stand under /en/ with English segments.

The order matters: machines' and stamps' addresses, staff, translated views, and last Wagtail, which takes what is left.
"""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from ocop import health, sitemaps
from ocop.api.router import api, nothing_here
from ocop.media import favicon, media
from traceability.urls import untranslated_urlpatterns as printed_on_stamps

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(printed_on_stamps)),
    path("", include(health)),
    path("", include(sitemaps)),
    path("favicon.ico", favicon),
    path("api/", nothing_here),
    path("api/v1/", nothing_here),
    path("api/v1/", api.urls),
    path("api/<path:rest>", nothing_here),
    path("cms/", include(wagtailadmin_urls)),
    path("dashboard/", apps.get_app_config("dashboard").urls),  # type: ignore[attr-defined]  # Oscar adds it
    path("documents/", include(wagtaildocs_urls)),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/<path:path>", media))

PACKAGES = ("catalog", "storefront", "content", "traceability", "search")
translated = [path("", include(f"{package}.urls")) for package in PACKAGES]
urlpatterns += i18n_patterns(*translated, path("", include(wagtail_urls)), prefix_default_language=False)
