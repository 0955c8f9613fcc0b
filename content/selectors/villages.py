"""Travel villages: the list, and one page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from catalog.clock import today
from catalog.money import dong
from catalog.photos.models import Photo
from content.body import cards_of, raw_blocks
from content.models import VillagePage
from content.selectors.languages import in_page_language
from content.selectors.links import linked_ids
from content.selectors.nearby import nearby
from content.selectors.photos import photos_by_id
from content.selectors.producer_cards import cards_by_id


@dataclass(frozen=True, slots=True)
class VillageCard:
    """The flat values of `components/village_card.html`."""

    pk: int
    url: str
    title: str
    title_lang: str
    place: str
    summary: str
    note: str
    photo: Photo | None


def villages() -> QuerySet[VillagePage]:
    """Villages of the page's language with all that a card shows, in two queries."""
    return (
        in_page_language(VillagePage.objects.all())
        .defer("body", "customs", "getting_there", "sources", "facts", "day", "seasons", "pictures")
        .select_related("locale", "photo", "commune__parent")
        .prefetch_related("photo__renditions")
        .order_by("title", "pk")
    )


def village_card(page: VillagePage, request: HttpRequest) -> VillageCard:
    return VillageCard(
        pk=page.pk,
        url=page.get_url(request) or "",
        title=page.title,
        title_lang=page.locale.language_code,
        place=page.place,
        summary=page.lead,
        note=_price_note(page.experiences),
        photo=page.photo,
    )


def village_listing(request: HttpRequest) -> list[VillageCard]:
    return [village_card(page, request) for page in villages()]


def _values(stream: StreamValue) -> list[Any]:
    return [block["value"] for block in raw_blocks(stream)]


def _price_note(experiences: StreamValue) -> str:
    """ "From 120.000 ₫ a person": the cheapest experience, with its own unit."""
    priced = [value for value in _values(experiences) if value.get("price")]
    if not priced:
        return ""
    cheapest = min(priced, key=lambda value: value["price"])
    return _("From {price} {unit}").format(price=dong(cheapest["price"]), unit=cheapest.get("unit") or "").strip()


def village_context(page: VillagePage, request: HttpRequest) -> dict[str, Any]:
    """Twelve queries at most, however much the village offers."""
    product_ids, producer_ids = linked_ids(page)
    day = _values(page.day)
    pictures = _values(page.pictures)
    photos = photos_by_id([page.photo_id, *pictures, *(part.get("photo") for part in day)])
    cards = cards_of({*product_ids, page.service_id or 0} - {0})
    producers = cards_by_id(producer_ids)
    service = cards.get(page.service_id or 0)
    named = {card.slug for card in producers.values()} | ({service.producer_slug} if service else set())
    return {
        "photo": photos.get(page.photo_id or 0),
        "pictures": [photos[pk] for pk in pictures if pk in photos],
        "service": service,
        "facts": [(value["label"], value["value"]) for value in _values(page.facts)],
        "day": [{**part, "photo": photos.get(part.get("photo") or 0)} for part in day],
        "seasons": [(value["label"], value["months"]) for value in _values(page.seasons)],
        "month": today().month,
        "experiences": _values(page.experiences),
        "cards": [cards[pk] for pk in product_ids if pk in cards],
        "producers": [producers[pk] for pk in producer_ids if pk in producers],
        "nearby": nearby(page.latitude, page.longitude, request, without=page.pk, without_producers=named),
    }
