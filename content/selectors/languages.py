"""In which languages a page exists, and which pages a language shows."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from catalog.languages import is_english
from content.models import ProducerPage
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
    shown = public(pages)
    if not is_english():
        return shown.filter(locale__language_code="vi")
    english = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code="en")
    return shown.filter(Q(locale__language_code="en") | ~Exists(public(english)))


def public_pages() -> list[dict[str, Page]]:
    """Every page that anybody may read, each with its translations by language; one query.

    Not the stories of producers: they stand at the producer's own address, with or without a story.
    """
    found: dict[Any, dict[str, Page]] = defaultdict(dict)
    pages = public(Page.objects.filter(depth__gt=1).not_type(ProducerPage))
    for page in pages.select_related("locale").order_by("pk"):
        found[page.translation_key][page.locale.language_code] = page
    return list(found.values())
