"""`sitemap.xml` by kinds and `robots.txt`. Never liquor; both languages only where the text exists in both."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from catalog import prefixes
from catalog.addresses import absolute
from catalog.models import Product
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from content.selectors.languages import public_pages

# Private, endless or answered to a stamp: nothing for an index.
DISALLOWED = (
    *prefixes.STAFF, *prefixes.BASKET, *prefixes.CHECKOUT, *prefixes.ORDERS, *prefixes.SEARCH, *prefixes.LIQUOR,
    *prefixes.STAMPS,
)  # fmt: skip


class _Localized(Sitemap[Any]):
    """Addresses in the languages that exist, as alternates of each other, on the host of the settings."""

    i18n = True
    alternates = True
    x_default = False
    limit = 5000

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme

    def get_languages_for_item(self, item: Any) -> list[str]:
        return ["vi", "en"] if item.has_english else ["vi"]


class ProductSitemap(_Localized):
    def items(self) -> Iterable[Product]:
        return (
            Product.objects.shown().only("slug", "title_en", "structure", "is_alcohol", "date_updated").order_by("pk")
        )

    def location(self, item: Product) -> str:
        return item.get_absolute_url()

    def lastmod(self, item: Product) -> datetime:
        return item.date_updated


class ProducerSitemap(_Localized):
    def items(self) -> Iterable[Producer]:
        return Producer.objects.published().only("slug", "name_en", "summary_en", "updated_at").order_by("pk")

    def location(self, item: Producer) -> str:
        return reverse("content:producer_detail", kwargs={"slug": item.slug})

    def lastmod(self, item: Producer) -> datetime:
        return item.updated_at


class SalesPointSitemap(_Localized):
    def items(self) -> Iterable[SalesPoint]:
        return SalesPoint.objects.published().only("slug", "name_en", "description_en").order_by("pk")

    def location(self, item: SalesPoint) -> str:
        return reverse("content:sales_point_detail", kwargs={"slug": item.slug})


class PageSitemap(_Localized):
    """Pages of the CMS: an item is a page with its translations, by language."""

    def items(self) -> list[dict[str, Page]]:
        return public_pages()

    def get_languages_for_item(self, item: dict[str, Page]) -> list[str]:
        return [language for language in ("vi", "en") if language in item]

    def location(self, item: dict[str, Page]) -> str:
        parts = item[get_language() or "vi"].get_url_parts()
        return parts[2] if parts else "/"

    def lastmod(self, item: dict[str, Page]) -> datetime | None:
        return max((page.last_published_at for page in item.values() if page.last_published_at), default=None)


SITEMAPS: dict[str, type[Sitemap[Any]]] = {
    "products": ProductSitemap,
    "producers": ProducerSitemap,
    "sales-points": SalesPointSitemap,
    "pages": PageSitemap,
}


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The sitemaps by kind and page. Django's own view would name the host of `django.contrib.sites`."""
    entries = []
    for section, kind in SITEMAPS.items():
        address = absolute(reverse("sitemap_section", kwargs={"section": section}))
        pages = kind().paginator.num_pages
        entries += [{"location": address if page == 1 else f"{address}?p={page}"} for page in range(1, pages + 1)]
    return render(request, "sitemap_index.xml", {"sitemaps": entries}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers leave alone, and where the sitemap is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {prefix}" for prefix in DISALLOWED),
        "",
        f"Sitemap: {absolute(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap_section"),
]
