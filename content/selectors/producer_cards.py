"""Producer cards: the flat values of `components/producer_card.html`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.urls import reverse

from catalog.cards import short_place
from catalog.languages import is_english, localized, text_language
from catalog.photos.models import Photo
from catalog.producers.models import Producer, ProducerQuerySet


@dataclass(frozen=True, slots=True)
class ProducerCard:
    pk: int
    slug: str
    url: str
    title: str
    title_lang: str
    place: str
    kind: str
    summary: str
    photo: Photo | None
    product_count: int


def for_cards(producers: ProducerQuerySet) -> QuerySet[Any]:
    """Everything a card shows, sorted by the name it shows, in two queries whatever the number of cards."""
    shown_first = [Coalesce(NullIf(Lower("name_en"), Value("")), "folded")] if is_english() else []
    return (
        producers.with_product_count()
        .select_related("commune__parent", "photo")
        .prefetch_related("photo__renditions")
        .order_by(*shown_first, "folded", "pk")
    )


def producer_cards(producers: Iterable[Producer]) -> list[ProducerCard]:
    """Cards in the order given; give `for_cards(…)`."""
    return [
        ProducerCard(
            pk=producer.pk,
            slug=producer.slug,
            url=reverse("content:producer_detail", kwargs={"slug": producer.slug}),
            title=producer.shown_name,
            title_lang=text_language(producer, "name"),
            place=short_place(producer.commune),
            kind=str(producer.get_kind_display()),
            summary=localized(producer, "summary"),
            photo=producer.photo,
            product_count=getattr(producer, "product_count", 0),
        )
        for producer in producers
    ]


def cards_by_id(ids: Iterable[int]) -> dict[int, ProducerCard]:
    """Cards of published producers by id: two queries, none for no ids."""
    wanted = set(ids)
    if not wanted:
        return {}
    found = for_cards(Producer.objects.published().filter(pk__in=wanted))
    return {card.pk: card for card in producer_cards(found)}
