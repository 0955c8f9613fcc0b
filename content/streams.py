"""From plain values to the stored form of stream fields."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any
from uuid import uuid4

from catalog.models import Product
from catalog.producers.models import Producer
from content.entries import FindPhoto
from content.marks import Mark, read_marks

Block = dict[str, Any]


def block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value, "id": str(uuid4())}


def product_pks(slugs: Iterable[str]) -> dict[str, int]:
    """Ids by slug of products that may be shown; liquor and unknown slugs are missing."""
    return dict(Product.objects.shown().filter(slug__in=list(slugs)).values_list("slug", "pk"))


def producer_pks(slugs: Iterable[str]) -> dict[str, int]:
    return dict(Producer.objects.filter(slug__in=list(slugs)).values_list("slug", "pk"))


def article_stream(text: str, find_photo: FindPhoto, english: bool = False) -> list[Block]:
    """The body of an article; `english` says in which language pictures are described.

    Marks of products or pictures that do not exist are left out.
    """
    marks = read_marks(text)
    products = product_pks(mark.values[0] for mark in marks if mark.kind == "product")
    producers = producer_pks(mark.values[0] for mark in marks if mark.kind == "producer")
    blocks = []
    for mark in marks:
        value = _picture(mark, find_photo, english) if mark.kind == "picture" else _value(mark, products, producers)
        if value is not None:
            blocks.append(block(mark.kind, value))
    return blocks


def _picture(mark: Mark, find_photo: FindPhoto, english: bool) -> Any:
    photo = find_photo(mark.values[0])
    if photo is None:
        return None
    alt = (photo.description_en if english else "") or photo.description
    return {"photo": photo.pk, "alt": alt, "caption": mark.values[1]}


def _value(mark: Mark, products: dict[str, int], producers: dict[str, int]) -> Any:
    first = mark.values[0]
    if mark.kind == "paragraph":
        return f"<p>{escape(' '.join(first.split()), quote=False)}</p>"
    if mark.kind == "product":
        return products.get(first)
    if mark.kind == "producer":
        return producers.get(first)
    return _plain_value(mark)


def _plain_value(mark: Mark) -> Any:
    if mark.kind == "quote":
        return {"text": mark.values[0], "who": mark.values[1]}
    if mark.kind == "figure":
        return dict(zip(("number", "text", "source"), mark.values, strict=True))
    if mark.kind == "steps":
        steps = [block("item", {"title": title, "text": text}) for title, text in mark.steps]
        return {"title": mark.values[0], "steps": steps}
    return mark.values[0]


def table_stream(kind: str, rows: Sequence[Mapping[str, Any]], names: Sequence[str], english: bool) -> list[Block]:
    """One block a row with the named values, in the language asked for."""
    return [block(kind, {name: _stored(in_language(row, name, english)) for name in names}) for row in rows]


def in_language(row: Mapping[str, Any], name: str, english: bool) -> Any:
    """The value of `name`, or of `name_en` on English pages where there is one."""
    return (row.get(f"{name}_en") if english else None) or row.get(name)


def _stored(value: Any) -> Any:
    return getattr(value, "pk", value)
