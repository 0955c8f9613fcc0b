"""How pages come to be outside the editor: for the seed, imports and tests. Each is one transaction and publishes.

All are idempotent by slug and language: a page that exists is answered as it is, so nobody's editing is overwritten.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any, TypeVar

from django.db import transaction
from wagtail.models import Locale, Page

from catalog.models import Product
from catalog.producers.models import Producer
from catalog.vietnamese import slugify
from content import models
from content.entries import (
    DocumentEntry,
    FairEntry,
    HomeEntry,
    NewsEntry,
    PolicyEntry,
    ProducerPageEntry,
    StoryEntry,
    VillageEntry,
)
from content.marks import rich_text
from content.site_tree import page_ensure, section_page, site_prepare
from content.staff import groups_prepare
from content.streams import article_stream, block, in_language, producer_pks, product_pks, table_stream

__all__ = [
    "document_publish",
    "fair_publish",
    "groups_prepare",
    "home_update",
    "news_publish",
    "policy_publish",
    "producer_page_publish",
    "site_prepare",
    "story_publish",
    "village_publish",
]

P = TypeVar("P", bound=Page)


def _link(page: P, products: Sequence[str], producers: Sequence[str] = ()) -> P:
    """Products and producers by slug, in that order; unknown slugs and liquor are left out."""
    product_ids, producer_ids = product_pks(products), producer_pks(producers)
    page.page_products = [
        models.PageProduct(product_id=product_ids[slug], sort_order=position)
        for position, slug in enumerate(products)
        if slug in product_ids
    ]
    page.page_producers = [
        models.PageProducer(producer_id=producer_ids[slug], sort_order=position)
        for position, slug in enumerate(producers)
        if slug in producer_ids
    ]
    return page


def _article(entry: StoryEntry | NewsEntry, english: bool = False) -> dict[str, Any]:
    return {
        "title": entry.title,
        "lead": entry.lead,
        "place": entry.place,
        "photo": entry.photo,
        "caption": entry.caption,
        "sources": entry.sources,
        "published_on": entry.published_on,
        "is_sample": entry.is_sample,
        "body": article_stream(entry.text, entry.find_photo, english),
    }


@transaction.atomic
def story_publish(*, entry: StoryEntry) -> models.StoryPage:
    """A story in Vietnamese, also in English if it has an English text."""
    page = page_ensure(models.StoryPage, section_page(models.StoryIndexPage, "vi"), entry.slug, lambda: _story(entry))
    if entry.english:
        texts = {name: text for name, text in asdict(entry.english).items() if name != "slug"}
        slug, english = entry.english.slug or entry.slug, replace(entry, **texts)
        parent = section_page(models.StoryIndexPage, "en")
        page_ensure(models.StoryPage, parent, slug, lambda: _story(english, True), page)
    return page


def _story(entry: StoryEntry, english: bool = False) -> models.StoryPage:
    page = models.StoryPage(kicker=entry.kicker, byline=entry.byline, **_article(entry, english))
    return _link(page, entry.products, entry.producers)


@transaction.atomic
def news_publish(*, entry: NewsEntry) -> models.NewsPage:
    """A news item in Vietnamese."""

    def build() -> models.NewsPage:
        return _link(models.NewsPage(**_article(entry)), entry.products, entry.producers)

    return page_ensure(models.NewsPage, section_page(models.NewsIndexPage, "vi"), entry.slug, build)


@transaction.atomic
def village_publish(*, entry: VillageEntry) -> models.VillagePage:
    """A village, also in English if it has an English name and text."""
    page = page_ensure(
        models.VillagePage, section_page(models.VillageIndexPage, "vi"), entry.slug, lambda: _village(entry, False)
    )
    if entry.name_en and entry.lead_en:
        parent = section_page(models.VillageIndexPage, "en")
        page_ensure(models.VillagePage, parent, entry.slug_en or entry.slug, lambda: _village(entry, True), page)
    return page


def _texts(entry: object, names: Sequence[str], english: bool) -> dict[str, str]:
    values = {name: getattr(entry, name, "") for name in [*names, *(f"{name}_en" for name in names)]}
    return {name: in_language(values, name, english) or "" for name in names}


def _village(entry: VillageEntry, english: bool) -> models.VillagePage:
    texts = _texts(entry, ("name", "lead", "caption", "body", "customs", "getting_there"), english)
    page = models.VillagePage(
        title=texts.pop("name"),
        body=rich_text(texts.pop("body")),
        commune=entry.commune,
        former_place=entry.former_place,
        latitude=entry.latitude,
        longitude=entry.longitude,
        service=Product.objects.shown().filter(slug=entry.service).first() if entry.service else None,
        photo=entry.photo,
        pictures=[block("photo", photo.pk) for photo in entry.pictures],
        facts=table_stream("fact", entry.facts, ("label", "value"), english),
        day=table_stream("part", entry.day, ("title", "text", "photo"), english),
        seasons=table_stream("season", entry.seasons, ("label", "months"), english),
        experiences=table_stream("experience", entry.experiences, ("name", "detail", "price", "unit"), english),
        sources=entry.sources,
        is_sample=entry.is_sample,
        **texts,
    )
    return _link(page, entry.products, entry.producers)


@transaction.atomic
def fair_publish(*, entry: FairEntry) -> models.FairPage:
    """An edition of a fair, also in English if it has an English title."""
    page = page_ensure(
        models.FairPage, section_page(models.FairIndexPage, "vi"), entry.slug, lambda: _fair(entry, False)
    )
    if entry.title_en:
        parent = section_page(models.FairIndexPage, "en")
        page_ensure(models.FairPage, parent, entry.slug_en or entry.slug, lambda: _fair(entry, True), page)
    return page


_FAIR_SAME = (
    "starts_on", "ends_on", "commune", "series", "opening_hours", "venue", "latitude", "longitude", "photo",
    "visits", "revenue", "sources", "is_sample",
)  # fmt: skip
_FAIR_TEXTS = ("title", "edition", "organizer", "host", "admission", "lead", "body", "results")


def _fair(entry: FairEntry, english: bool) -> models.FairPage:
    texts = _texts(entry, _FAIR_TEXTS, english)
    body = rich_text(texts.pop("body"))
    page = models.FairPage(body=body, **texts, **{name: getattr(entry, name) for name in _FAIR_SAME})
    page.zones = [
        models.FairZone(
            name=in_language(zone, "name", english), booths=zone["booths"], ocop_booths=zone["ocop_booths"],
            sort_order=position,
        )
        for position, zone in enumerate(entry.zones)
    ]  # fmt: skip
    page.events = [
        models.FairEvent(
            day=event["day"], time=event["time"], text=in_language(event, "text", english), sort_order=position
        )
        for position, event in enumerate(entry.program)
    ]
    return _link(page, entry.products)


@transaction.atomic
def document_publish(*, entry: DocumentEntry) -> models.DocumentPage:
    """A document of the program; found again by its number."""

    def build() -> models.DocumentPage:
        names = ("number", "kind", "title", "issued_on", "authority", "summary", "is_valid")
        return models.DocumentPage(**{name: getattr(entry, name) for name in names})

    return page_ensure(models.DocumentPage, section_page(models.DocumentIndexPage, "vi"), slugify(entry.number), build)


@transaction.atomic
def policy_publish(*, entry: PolicyEntry) -> models.PolicyPage:
    """A rule of the site, also in English if it has an English text."""
    parent_type = models.HomePage if entry.below_home else models.PolicyIndexPage
    page = page_ensure(models.PolicyPage, section_page(parent_type, "vi"), entry.slug, lambda: _policy(entry, False))
    if entry.title_en and entry.body_en:
        slug = entry.slug_en or entry.slug
        page_ensure(models.PolicyPage, section_page(parent_type, "en"), slug, lambda: _policy(entry, True), page)
    return page


def _policy(entry: PolicyEntry, english: bool) -> models.PolicyPage:
    texts = _texts(entry, ("title", "summary", "body"), english)
    return models.PolicyPage(
        title=texts["title"],
        summary=texts["summary"],
        body=rich_text(texts["body"]),
        version=entry.version,
        effective_on=entry.effective_on,
    )


@transaction.atomic
def producer_page_publish(*, entry: ProducerPageEntry) -> models.ProducerPage:
    """The story of a producer. Raises `Producer.DoesNotExist` for an unknown slug."""
    producer = Producer.objects.get(slug=entry.producer)

    def build() -> models.ProducerPage:
        return models.ProducerPage(
            producer=producer,
            title=entry.title,
            lead=entry.lead,
            quote=entry.quote,
            quoted=entry.quoted,
            years_title=entry.years_title,
            milestones=[block("milestone", {"year": year, "text": text}) for year, text in entry.milestones],
            body=article_stream(entry.text, entry.find_photo),
            photo=entry.photo,
            sources=entry.sources,
            is_sample=entry.is_sample,
        )

    return page_ensure(models.ProducerPage, section_page(models.ProducerIndexPage, "vi"), entry.producer, build)


def _stories_by_slug(locale: Locale) -> dict[str, models.StoryPage]:
    """Stories by their Vietnamese slug, in that language where they exist in it."""
    pages = models.StoryPage.objects.filter(locale__language_code="vi")
    translated = {page.translation_key: page for page in models.StoryPage.objects.filter(locale=locale)}
    return {page.slug: translated.get(page.translation_key, page) for page in pages}


@transaction.atomic
def home_update(*, entry: HomeEntry) -> None:
    """Set what editors choose on both home pages. English shows the English village, month notes and stories
    where they exist."""
    for language in ("vi", "en"):
        home = models.HomePage.objects.get(locale__language_code=language)
        english = language == "en"
        stories = _stories_by_slug(home.locale)
        home.cover_story = stories.get(entry.cover_story)
        home.cover_product = Product.objects.shown().filter(slug=entry.cover_product).first()
        home.cover_photo = entry.cover_photo
        village = models.VillagePage.objects.filter(slug=entry.village, locale__language_code="vi").first()
        home.village = village.get_translation_or_none(home.locale) or village if village else None
        for name, text in _texts(entry, ("village_title", "village_text"), english).items():
            setattr(home, name, text)
        notes = entry.month_notes_en if english and entry.month_notes_en else entry.month_notes
        home.month_notes = [models.MonthNote(month=month, text=text) for month, text in sorted(notes.items())]
        home.home_stories = [
            models.HomeStory(story=stories[slug], sort_order=position)
            for position, slug in enumerate(entry.stories)
            if slug in stories
        ]
        home.save_revision().publish()
