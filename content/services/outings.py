"""Where one can go: villages and fairs."""

from django.db import transaction

from catalog.models import Product
from content import models
from content.entries import FairEntry, VillageEntry
from content.marks import rich_text
from content.site_tree import page_ensure, section_page
from content.streams import block, in_language, table_stream

from .parts import link, texts_of


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


def _village(entry: VillageEntry, english: bool) -> models.VillagePage:
    texts = texts_of(entry, ("name", "lead", "caption", "body", "customs", "getting_there", "sources"), english)
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
        is_sample=entry.is_sample,
        **texts,
    )
    return link(page, entry.products, entry.producers)


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
    "starts_on", "ends_on", "commune", "series", "opening_hours", "latitude", "longitude", "photo",
    "visits", "revenue", "is_sample",
)  # fmt: skip
_FAIR_TEXTS = ("title", "edition", "organizer", "host", "admission", "venue", "lead", "body", "results", "sources")


def _fair(entry: FairEntry, english: bool) -> models.FairPage:
    texts = texts_of(entry, _FAIR_TEXTS, english)
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
    return link(page, entry.products)
