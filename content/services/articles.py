"""What is told: stories, news, and the portraits of producers."""

from dataclasses import asdict, fields, replace
from typing import Any

from django.db import transaction

from catalog.producers.models import Producer
from content import models
from content.entries import NewsEntry, ProducerPageEntry, StoryEntry
from content.site_tree import page_ensure, section_page
from content.streams import article_stream, block

from .parts import link


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
    return link(page, entry.products, entry.producers)


@transaction.atomic
def news_publish(*, entry: NewsEntry) -> models.NewsPage:
    """A news item in Vietnamese."""

    def build() -> models.NewsPage:
        return link(models.NewsPage(**_article(entry)), entry.products, entry.producers)

    return page_ensure(models.NewsPage, section_page(models.NewsIndexPage, "vi"), entry.slug, build)


@transaction.atomic
def producer_page_publish(*, entry: ProducerPageEntry) -> models.ProducerPage:
    """The story of a producer, also in English if it has an English text. Raises `Producer.DoesNotExist` for an
    unknown slug."""
    producer = Producer.objects.get(slug=entry.producer)
    parent = section_page(models.ProducerIndexPage, "vi")
    page = page_ensure(models.ProducerPage, parent, entry.producer, lambda: _portrait(producer, entry))
    if entry.english:
        english = replace(entry, **{field.name: getattr(entry.english, field.name) for field in fields(entry.english)})
        parent = section_page(models.ProducerIndexPage, "en")
        page_ensure(models.ProducerPage, parent, entry.producer, lambda: _portrait(producer, english, True), page)
    return page


def _portrait(producer: Producer, entry: ProducerPageEntry, english: bool = False) -> models.ProducerPage:
    return models.ProducerPage(
        producer=producer,
        title=entry.title,
        lead=entry.lead,
        quote=entry.quote,
        quoted=entry.quoted,
        years_title=entry.years_title,
        milestones=[block("milestone", {"year": year, "text": text}) for year, text in entry.milestones],
        body=article_stream(entry.text, entry.find_photo, english),
        photo=entry.photo,
        sources=entry.sources,
        is_sample=entry.is_sample,
    )
