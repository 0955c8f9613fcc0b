"""The context of each page type. Imported when the apps are ready (`content.apps`)."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from content import structured_data as data
from content.body import body_parts
from content.descriptions import describe
from content.models import (
    DocumentIndexPage,
    DocumentPage,
    FairIndexPage,
    FairPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PolicyIndexPage,
    PolicyPage,
    ProducerIndexPage,
    ProducerPage,
    SitePage,
    StoryIndexPage,
    StoryPage,
    VillageIndexPage,
    VillagePage,
)
from content.page_context import builds, builds_every_page
from content.producer_pages import producer_list_context, producer_page_context
from content.selectors import articles, documents, fairs, home, links, producers, villages
from content.selectors.languages import page_languages
from content.selectors.owner import site_owner
from content.selectors.photos import photos_by_id
from content.selectors.producer_cards import cards_by_id

HOME_DEPTH = 2


@builds_every_page
def every_page(page: SitePage, request: HttpRequest) -> dict[str, Any]:
    """Navigation, languages, breadcrumb and what the head of the document says: two queries."""
    parent = _parent(page)
    languages = page_languages(page, parent, request)
    above = [(parent.title, parent.get_url(request) or "")] if parent else []
    trail = [*above, (page.title, page.get_url(request) or "")] if page.depth and page.depth > HOME_DEPTH else []
    return {
        "section": page.section,
        "language_url": languages.switch_url,
        "has_alternate": languages.has_alternate,
        "breadcrumb": [*above, (page.title, "")] if above else [],
        "page_description": describe(page),
        "structured_data": [data.breadcrumb_data(trail)],
    }


def _parent(page: Page) -> Page | None:
    """The page above, unless that is home or the root."""
    return page.get_parent() if page.depth and page.depth > HOME_DEPTH + 1 else None


def _pictured(page: Any, request: HttpRequest) -> dict[str, Any]:
    """The page's photo with its sizes, also for link previews: two queries."""
    photo = photos_by_id([page.photo_id]).get(page.photo_id or 0)
    return {"photo": photo, "og_image": data.share_picture(photo)}


@builds(HomePage)
def home_page(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    context = home.home_context(page, request)
    return {
        **context,
        "og_image": data.share_picture(context.get("cover_photo")),
        "structured_data": [data.owner_data(site_owner())],
    }


@builds(StoryIndexPage)
def story_index(page: StoryIndexPage, request: HttpRequest) -> dict[str, Any]:
    listing = articles.story_listing(request)
    first = listing.items[0].photo if listing.items else None
    return {"listing": listing, "og_image": data.share_picture(first)}


@builds(StoryPage)
def story(page: StoryPage, request: HttpRequest) -> dict[str, Any]:
    product_ids, producer_ids = links.linked_ids(page)
    parts, cards = body_parts(page.body, extra_products=product_ids)
    makers = cards_by_id(producer_ids)
    return {
        **_pictured(page, request),
        "parts": parts,
        "cards": [cards[pk] for pk in product_ids if pk in cards],
        "producers": [makers[pk] for pk in producer_ids if pk in makers],
        "structured_data": [data.article_data(request, page, "Article")],
    }


@builds(NewsIndexPage)
def news_index(page: NewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    return {"listing": articles.news_listing(request)}


@builds(NewsPage)
def news(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    product_ids, _producer_ids = links.linked_ids(page)
    parts, cards = body_parts(page.body, extra_products=product_ids)
    return {
        **_pictured(page, request),
        "parts": parts,
        "cards": [cards[pk] for pk in product_ids if pk in cards],
        "structured_data": [data.article_data(request, page, "NewsArticle")],
    }


@builds(VillageIndexPage)
def village_index(page: VillageIndexPage, request: HttpRequest) -> dict[str, Any]:
    cards = villages.village_listing(request)
    return {"villages": cards, "og_image": data.share_picture(cards[0].photo if cards else None)}


@builds(VillagePage)
def village(page: VillagePage, request: HttpRequest) -> dict[str, Any]:
    context = villages.village_context(page, request)
    return {
        **context,
        "og_image": data.share_picture(context["photo"]),
        "structured_data": [data.destination_data(request, page)],
    }


@builds(FairIndexPage)
def fair_index(page: FairIndexPage, request: HttpRequest) -> dict[str, Any]:
    return fairs.fair_listing(request)


@builds(FairPage)
def fair(page: FairPage, request: HttpRequest) -> dict[str, Any]:
    context = fairs.fair_context(page, request)
    return {
        **context,
        "og_image": data.share_picture(context["photo"]),
        "structured_data": [data.event_data(request, page)],
    }


@builds(DocumentIndexPage)
def document_index(page: DocumentIndexPage, request: HttpRequest) -> dict[str, Any]:
    return {"documents": documents.document_listing(request), "decisions": documents.recognition_decisions()}


@builds(DocumentPage)
def document(page: DocumentPage, request: HttpRequest) -> dict[str, Any]:
    return {"facts": documents.document_facts(page)}


@builds(PolicyIndexPage)
def policy_index(page: PolicyIndexPage, request: HttpRequest) -> dict[str, Any]:
    return {"policies": documents.policy_listing(request)}


@builds(PolicyPage)
def policy(page: PolicyPage, request: HttpRequest) -> dict[str, Any]:
    """A rule has a version and others beside it; a plain page about the site stands directly below home."""
    if _parent(page) is None:
        return {"is_rule": False, "others": []}
    return {"is_rule": True, "others": [row for row in documents.policy_listing(request) if row["title"] != page.title]}


@builds(ProducerIndexPage)
def producer_index(page: ProducerIndexPage, request: HttpRequest) -> dict[str, Any]:
    return producer_list_context(producers.ProducerFilter())


@builds(ProducerPage)
def producer(page: ProducerPage, request: HttpRequest) -> dict[str, Any]:
    return producer_page_context(page.producer, page, request)
