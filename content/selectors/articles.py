"""Lists of stories and news."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page as ListPage
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format

from catalog.paging import page_number, page_of
from catalog.photos.models import Photo
from content.models import NewsPage, StoryPage
from content.selectors.languages import in_page_language

STORIES_A_PAGE = 13  # one large, twelve in rows of three
NEWS_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class StoryCard:
    """The flat values of `components/story_card.html`."""

    pk: int
    url: str
    title: str
    title_lang: str
    kicker: str
    place: str
    lead: str
    photo: Photo | None
    meta: str


@dataclass(frozen=True, slots=True)
class NewsRow:
    """The flat values of `components/news_row.html`."""

    url: str
    title: str
    title_lang: str
    date: date
    lead: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list; `page` is Django's and drives the pagination."""

    items: list[Any]
    page: ListPage[Any]


def stories() -> QuerySet[StoryPage]:
    """Stories of the page's language with all that a card shows: two queries however many; newest first."""
    return (
        in_page_language(StoryPage.objects.all())
        .defer("body", "sources")
        .select_related("locale", "photo")
        .prefetch_related("photo__renditions")
        .order_by("-published_on", "-pk")
    )


def story_cards(pages: Iterable[StoryPage], request: HttpRequest) -> list[StoryCard]:
    return [
        StoryCard(
            pk=page.pk,
            url=page.get_url(request) or "",
            title=page.title,
            title_lang=page.locale.language_code,
            kicker=page.kicker,
            place=page.place,
            lead=page.lead,
            photo=page.photo,
            meta=date_format(page.published_on, "d/m/Y"),
        )
        for page in pages
    ]


def story_listing(request: HttpRequest) -> Listing:
    """Raises `Http404` for a page that does not exist."""
    page = page_of(stories(), STORIES_A_PAGE, page_number(request))
    return Listing(story_cards(page.object_list, request), page)


def news(request: HttpRequest, limit: int | None = None) -> list[NewsRow]:
    return _news_rows(news_pages()[:limit], request)


def news_listing(request: HttpRequest) -> Listing:
    """Raises `Http404` for a page that does not exist."""
    page = page_of(news_pages(), NEWS_A_PAGE, page_number(request))
    return Listing(_news_rows(page.object_list, request), page)


def news_pages() -> QuerySet[NewsPage]:
    """News of the page's language, newest first: one query."""
    pages = in_page_language(NewsPage.objects.all()).defer("body", "sources")
    return pages.select_related("locale").order_by("-published_on", "-pk")


def _news_rows(pages: Iterable[NewsPage], request: HttpRequest) -> list[NewsRow]:
    return [
        NewsRow(page.get_url(request) or "", page.title, page.locale.language_code, page.published_on, page.lead)
        for page in pages
    ]
