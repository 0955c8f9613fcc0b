"""What goes into the index: the texts of one thing in one language, made from the catalog's rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from catalog.cards import short_place
from catalog.languages import localized, text_language
from catalog.models import Product
from catalog.places.selectors import known_names, past_units
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint

from .models import Kind

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Draft:
    """One document to be. `keywords` are found but not shown: other names, places, makers. Never a tax code."""

    kind: Kind
    object_id: int
    language: str
    url: str
    title: str
    text_language: str
    meta: str = ""
    summary: str = ""
    body: str = ""
    keywords: str = ""
    photo_id: int | None = None


def products() -> QuerySet[Product]:
    """Products that may be found, with all that their drafts read. Never liquor."""
    found: QuerySet[Product] = (
        Product.objects.shown()
        .select_related("producer__commune__parent", "criteria_set__group")
        .prefetch_related("images", "categories", past_units("producer__commune__"))
    )
    return found


def producers() -> QuerySet[Producer]:
    return Producer.objects.published().select_related("commune__parent").prefetch_related(past_units("commune__"))


def sales_points() -> QuerySet[SalesPoint]:
    return SalesPoint.objects.published().select_related("commune__parent").prefetch_related(past_units("commune__"))


def of_product(product: Product) -> Iterator[Draft]:
    """In both languages: every product has a page in both."""
    producer = product.producer
    image = next(iter(product.images.all()), None)
    known_as = [product.title, product.title_en, *_names_of(producer)]
    known_as += [name for category in product.categories.all() for name in (category.name, category.name_en)]
    for language in LANGUAGES:
        with override(language):
            yield Draft(
                kind=Kind.PRODUCT,
                object_id=product.pk,
                language=language,
                url=product.get_absolute_url(),
                title=localized(product, "title"),
                text_language=text_language(product, "title"),
                meta=short_place(producer.commune) if producer else "",
                summary=localized(product, "summary"),
                body=_body(product, "description", "ingredients", "origin"),
                keywords=" ".join(known_as),
                photo_id=image.photo_id if image else None,
            )


def _body(instance: object, *fields: str) -> str:
    return "\n".join(filter(None, (localized(instance, field) for field in fields)))


def _names_of(producer: Producer | None) -> list[str]:
    """The names by which people look for a maker and its place, former ones among them."""
    if producer is None:
        return []
    names = [producer.name, producer.short_name, producer.name_en, producer.address, producer.former_address]
    return [*names, known_names(producer.commune)]


def of_producer(producer: Producer) -> Iterator[Draft]:
    for language in LANGUAGES:
        with override(language):
            yield Draft(
                kind=Kind.PRODUCER,
                object_id=producer.pk,
                language=language,
                url=reverse("content:producer_detail", kwargs={"slug": producer.slug}),
                title=localized(producer, "name"),
                text_language=text_language(producer, "name"),
                meta=f"{producer.get_kind_display()} · {short_place(producer.commune)}",
                summary=localized(producer, "summary"),
                body=_body(producer, "visiting", "capacity"),
                keywords=" ".join(_names_of(producer)),
                photo_id=producer.photo_id,
            )


def of_sales_point(point: SalesPoint) -> Iterator[Draft]:
    for language in LANGUAGES:
        with override(language):
            yield Draft(
                kind=Kind.SALES_POINT,
                object_id=point.pk,
                language=language,
                url=reverse("content:sales_point_detail", kwargs={"slug": point.slug}),
                title=localized(point, "name"),
                text_language=text_language(point, "name"),
                meta=f"{point.get_kind_display()} · {short_place(point.commune)}",
                summary=localized(point, "description"),
                body=f"{point.address}. {point.opening_hours}",
                keywords=" ".join((point.name, point.name_en, point.operator, known_names(point.commune))),
                photo_id=point.photo_id,
            )


# By kind: which rows may be found, and what is written of one.
CATALOG: dict[Kind, tuple[Callable[[], QuerySet[Any]], Callable[[Any], Iterator[Draft]]]] = {
    Kind.PRODUCT: (products, of_product),
    Kind.PRODUCER: (producers, of_producer),
    Kind.SALES_POINT: (sales_points, of_sales_point),
}
