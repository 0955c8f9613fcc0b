"""In which languages a page exists, and which pages a language shows."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from catalog.languages import is_english
from content.sections import SECTIONS
from content.selectors.visibility import public

P = TypeVar("P", bound=Page)


@dataclass(frozen=True, slots=True)
class PageLanguages:
    """`has_alternate`: the page exists in the other language too, so that search engines may be told.

    `switch_url` leads to the other language: this page there, else the list it belongs to, else home.
    """

    switch_url: str
    has_alternate: bool


def page_languages(page: Page, parent: Page | None, request: HttpRequest) -> PageLanguages:
    """One query."""
    keys = [page.translation_key, *([parent.translation_key] if parent else [])]
    others = public(Page.objects.filter(translation_key__in=keys)).exclude(locale=page.locale_id)
    found = {other.translation_key: other for other in others}
    twin = found.get(page.translation_key)
    target = twin or (found.get(parent.translation_key) if parent else None)
    home = SECTIONS["home"][not is_english()]
    return PageLanguages((target.get_url(request) if target else "") or home, twin is not None)


def in_page_language(pages: QuerySet[P]) -> QuerySet[P]:
    """Vietnamese pages on Vietnamese lists; on English ones the English and the Vietnamese without translation."""
    live = public(pages)
    if not is_english():
        return live.filter(locale__language_code="vi")
    english = live.filter(locale__language_code="en")
    untranslated = live.exclude(locale__language_code="en").exclude(
        translation_key__in=english.order_by().values("translation_key")
    )
    return live.filter(pk__in=english.order_by().values("pk")) | live.filter(
        pk__in=untranslated.order_by().values("pk")
    )


def public_pages() -> list[dict[str, Page]]:
    """Every page that anybody may read, each with its translations by language; one query."""
    found: dict[Any, dict[str, Page]] = defaultdict(dict)
    for page in Page.objects.live().public().filter(depth__gt=1).select_related("locale").order_by("pk"):
        found[page.translation_key][page.locale.language_code] = page
    return list(found.values())
