"""Keeping the index in step with what it describes. Every call may run twice without harm."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from catalog.models import Product

from . import drafts, pages
from .drafts import Draft
from .keys import accented_text, folded_text
from .models import Kind, SearchDocument

_CHUNK = 500
_KEY = ["kind", "object_id", "language"]
_VALUES = [field.name for field in SearchDocument._meta.concrete_fields if field.name not in {"id", *_KEY}]


def _row(draft: Draft) -> SearchDocument:
    everything = " ".join((draft.title, draft.meta, draft.summary, draft.body, draft.keywords))
    return SearchDocument(
        kind=draft.kind,
        object_id=draft.object_id,
        language=draft.language,
        url=draft.url,
        title=draft.title[:255],
        text_language=draft.text_language,
        meta=draft.meta[:200],
        summary=draft.summary,
        body=draft.body,
        photo_id=draft.photo_id,
        title_folded=folded_text(draft.title),
        summary_folded=folded_text(draft.summary),
        all_folded=folded_text(everything),
        title_accented=accented_text(draft.title),
        all_accented=accented_text(everything),
    )


def _write(found: Iterable[Draft]) -> list[SearchDocument]:
    rows = [_row(draft) for draft in found]
    return SearchDocument.objects.bulk_create(
        rows, batch_size=_CHUNK, update_conflicts=True, unique_fields=_KEY, update_fields=_VALUES
    )


@transaction.atomic
def document_upsert(*, draft: Draft) -> SearchDocument:
    """Write one document, over the one that was there."""
    return _write([draft])[0]


@transaction.atomic
def document_delete(*, kind: str, object_id: int) -> None:
    """Forget a thing in all languages; nothing happens if it is not there."""
    SearchDocument.objects.filter(kind=kind, object_id=object_id).delete()


@transaction.atomic
def object_refresh(*, kind: Kind, object_id: int) -> int:
    """Bring the documents of one row of the catalog up to date; hidden rows are forgotten. Tells how many remain."""
    things, draft_of = drafts.CATALOG[kind]
    thing = things().filter(pk=object_id).first()
    if thing is None:
        document_delete(kind=kind, object_id=object_id)
        return 0
    return len(_write(draft_of(thing)))


@transaction.atomic
def page_refresh(*, page_id: int) -> int:
    """The same for a page of the CMS."""
    draft = pages.draft_of(page_id)
    stale = SearchDocument.objects.filter(kind__in=pages.KINDS.values(), object_id=page_id)
    (stale.exclude(kind=draft.kind, language=draft.language) if draft else stale).delete()
    if draft:
        document_upsert(draft=draft)
    return int(draft is not None)


@transaction.atomic
def producer_refresh(*, object_id: int) -> int:
    """A producer and its products, which are found by its name and place."""
    written = object_refresh(kind=Kind.PRODUCER, object_id=object_id)
    return written + _products_refresh(drafts.products().filter(producer_id=object_id))


@transaction.atomic
def category_refresh(*, object_id: int) -> int:
    """The products of a category, which are found by its name."""
    within = Product.categories.through.objects.filter(category=object_id).values("product")
    return _products_refresh(drafts.products().filter(pk__in=within))


def _products_refresh(products: QuerySet[Product]) -> int:
    return sum(len(_write(drafts.of_product(product))) for product in _by_and_by(products))


def _by_and_by(things: QuerySet[Any]) -> Iterator[Any]:
    """All of them, loaded some at a time and no read left open: on SQLite nobody can write after an open read
    once somebody else has written ("database is locked", at once)."""
    ids = list(things.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), _CHUNK):
        yield from things.filter(pk__in=ids[start : start + _CHUNK])


def _all_drafts() -> Iterator[Draft]:
    for things, draft_of in (*drafts.CATALOG.values(), (pages.public_pages, pages.of_page)):
        yield from chain.from_iterable(map(draft_of, _by_and_by(things())))


def index_rebuild() -> int:
    """Write every document anew and forget what was not written. Tells the number of documents.

    In many small transactions: one alone would keep everybody else from writing on SQLite for minutes. Searches go on.
    """
    began = timezone.now()
    found = _all_drafts()
    count = 0
    while chunk := list(islice(found, _CHUNK)):
        with transaction.atomic():
            count += len(_write(chunk))
    SearchDocument.objects.filter(updated_at__lt=began).delete()
    return count
