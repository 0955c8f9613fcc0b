"""An article's body as the template shows it: every block resolved, all products, producers and photos loaded at once.

Rendering block by block would ask the database once per block; this reads the stored JSON, collects the ids, and loads
each kind in a fixed number of queries, however long the article is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.utils.safestring import mark_safe
from wagtail.blocks import StreamValue
from wagtail.rich_text import expand_db_html

from catalog.cards import ProductCard, product_cards
from catalog.models import Product
from content.selectors.photos import photos_by_id
from content.selectors.producer_cards import cards_by_id

WORDS_A_MINUTE = 230  # Vietnamese is written in syllables, so more of them are read a minute than English words
_TAG = re.compile(r"<[^>]+>")

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BodyPart:
    """One block; `kind` names its template in `templates/content/blocks/`."""

    kind: str
    value: Any


def raw_blocks(stream: StreamValue) -> list[Raw]:
    """The stored form: type and value of each block."""
    return [{"type": block["type"], "value": block["value"]} for block in stream.raw_data]


def product_ids(stream: StreamValue) -> list[int]:
    """Products placed in the text, in its order."""
    return [block["value"] for block in raw_blocks(stream) if block["type"] == "product" and block["value"]]


def body_parts(
    stream: StreamValue, *, extra_products: Iterable[int] = ()
) -> tuple[list[BodyPart], dict[int, ProductCard]]:
    """The parts of a body, and the cards of its products and of `extra_products` by id.

    Products that must not be shown (withdrawn, liquor) have no card, and their block is left out.
    """
    blocks = raw_blocks(stream)
    cards = cards_of({*product_ids(stream), *extra_products})
    producers = cards_by_id(block["value"] for block in blocks if block["type"] == "producer")
    photos = photos_by_id(_photo_ids(blocks))
    resolved = (_resolve(block, cards, producers, photos) for block in blocks)
    return [part for part in resolved if part is not None], cards


def cards_of(ids: Iterable[int]) -> dict[int, ProductCard]:
    """Cards by product id, of what may be shown; none for no ids."""
    wanted = set(ids)
    if not wanted:
        return {}
    return {card.pk: card for card in product_cards(Product.objects.shown().filter(pk__in=wanted).for_cards())}


def reading_minutes(lead: str, stream: StreamValue) -> int:
    words = " ".join([lead, *(text for block in raw_blocks(stream) for text in _texts(block["value"]))])
    return max(1, ceil(len(_TAG.sub(" ", words).split()) / WORDS_A_MINUTE))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _pictures(block: Raw) -> list[Raw]:
    if block["type"] == "picture":
        return [block["value"]]
    if block["type"] == "gallery":
        return list(_items(block["value"]["pictures"]))
    return []


def _items(raw_list: list[Any]) -> Iterator[Any]:
    """Items of a stored list block, which wraps each in its type and id."""
    for item in raw_list:
        yield item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def _photo_ids(blocks: list[Raw]) -> Iterator[int | None]:
    for block in blocks:
        for picture in _pictures(block):
            yield picture.get("photo")


def _resolve(block: Raw, cards: dict[int, Any], producers: dict[int, Any], photos: dict[int, Any]) -> BodyPart | None:
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        return BodyPart(kind, mark_safe(expand_db_html(value)))  # noqa: S308  the editor's whitelist made it
    if kind in ("product", "producer"):
        found = (cards if kind == "product" else producers).get(value)
        return BodyPart(kind, found) if found else None
    if kind in ("picture", "gallery"):
        shown = [{**picture, "photo": photos.get(picture.get("photo") or 0)} for picture in _pictures(block)]
        shown = [picture for picture in shown if picture["photo"]]
        return BodyPart(kind, shown[0] if kind == "picture" else shown) if shown else None
    if kind == "steps":
        return BodyPart(kind, {"title": value["title"], "items": [_step(step) for step in _items(value["steps"])]})
    return BodyPart(kind, value)


def _step(step: Raw) -> dict[str, Any]:
    """A step as the timeline component takes it."""
    return {"state": "done", "title": step["title"], "lines": [step["text"]] if step.get("text") else []}
