"""One question to everything: `search(query, kinds, page, language)`.

The page, the suggestions and the API of later days ask here and nowhere else, so that the engine can be exchanged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import Any

from django.core.paginator import Page as ListPage
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from wagtail.models import Page

from catalog.cards import ProductCard, product_cards
from catalog.models import Category, Product
from catalog.paging import page_of
from catalog.photos.models import Photo
from content.selectors.visibility import public

from . import drafts, highlight, pages
from .highlight import Piece
from .keys import MAX_QUERY, Word, query_words
from .models import Kind, SearchDocument
from .places import NamedPlace, place_named

PAGE_SIZE = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """One result, ready to be shown. Products bring their card: price, star and stock of this minute."""

    kind: Kind
    url: str
    text_language: str
    meta: str
    title: list[Piece]
    snippet: list[Piece]
    photo: Photo | None
    card: ProductCard | None = None


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a query. `total` counts all kinds, `page` holds the hits of the kinds that were asked for.

    `is_exact` is False when typed accents found nothing and the words were matched without them.
    """

    query: str
    language: str
    total: int
    counts: dict[Kind, int]
    page: "ListPage[Hit]"
    is_exact: bool = True
    words: list[Word] = field(default_factory=list)
    place: NamedPlace | None = None


def search(query: str, kinds: Sequence[Kind] = (), page: int = 1, language: str = "vi") -> SearchResults:
    """All that matches every word. Raises `Http404` beyond the last page; a query without words finds nothing.

    Words typed without accents match any accents; words typed with them match only those and words that have none.
    The name of a place finds what is there, first its goods and makers, and what names it in these very words.
    """
    words = query_words(query)
    place = place_named(query) if words else None
    documents = _public(language) if words else SearchDocument.objects.none()
    matching = documents.filter(_condition(words, place, strict=True)) if words else documents
    counts = _counts(matching) if words else {}
    is_exact = bool(counts) or not any(word.has_marks for word in words)
    if not is_exact:
        matching = documents.filter(_condition(words, place, strict=False))
        counts = _counts(matching)
        is_exact = not counts
    if kinds:
        matching = matching.filter(kind__in=kinds)
    asked = sum(count for kind, count in counts.items() if not kinds or kind in kinds)
    found = page_of(_ranked(matching, words, place), PAGE_SIZE, page, count=asked)
    found.object_list = _hits(list(found.object_list), words, strict=is_exact)
    return SearchResults(
        query=" ".join(query[:MAX_QUERY].replace("\0", "").split()),
        language=language,
        total=sum(counts.values()),
        counts=counts,
        page=found,
        is_exact=is_exact,
        words=words,
        place=place,
    )


def _public(language: str) -> QuerySet[SearchDocument]:
    """Documents of what is public at this moment: the index follows a change after seconds, or not at all."""
    found = [
        Q(kind=kind, object_id__in=things().order_by().values("pk"))
        for kind, (things, _draft) in drafts.CATALOG.items()
    ]
    found.append(Q(kind__in=pages.KINDS.values(), object_id__in=public(Page.objects.order_by()).values("pk")))
    return SearchDocument.objects.filter(reduce(or_, found), language=language)


def _condition(words: list[Word], place: NamedPlace | None, *, strict: bool) -> Q:
    """Every word occurs somewhere in the document; those of a place's name side by side, or it lies there."""
    parts = []
    for word in words:
        if strict and word.has_marks:
            parts.append(Q(all_accented__contains=f" {word.accented} ") | Q(all_accented__contains=f" {word.folded} "))
        else:
            parts.append(Q(all_folded__contains=f" {word.folded} "))
    if place:
        return place.holds() | reduce(and_, parts, Q(all_folded__contains=_phrase(words)))
    return reduce(and_, parts)


def _phrase(words: list[Word]) -> str:
    return f" {' '.join(word.folded for word in words)} "


def _counts(documents: QuerySet[SearchDocument]) -> dict[Kind, int]:
    rows = documents.order_by().values_list("kind").annotate(Count("pk"))
    found = {Kind(kind): count for kind, count in rows}
    return {kind: found[kind] for kind in Kind if kind in found}


def _ranked(
    documents: QuerySet[SearchDocument], words: list[Word], place: NamedPlace | None
) -> QuerySet[SearchDocument]:
    """Title before summary before body, whole phrases first, accents as typed first; goods where all else is equal."""
    if not words:
        return documents
    phrase = _phrase(words)
    accented = f" {' '.join(word.accented for word in words)} "
    in_title = [Q(title_folded__contains=f" {word.folded} ") for word in words]
    in_head = [q | Q(summary_folded__contains=f" {word.folded} ") for q, word in zip(in_title, words, strict=True)]
    rules = [
        (Q(title_folded__contains=phrase), 8),
        (Q(title_accented__contains=accented), 4),
        (reduce(and_, in_title), 4),
        (reduce(and_, in_head), 2),
        (Q(title_folded__startswith=phrase), 3),
        (Q(all_folded__contains=phrase), 3),
        (Q(all_accented__contains=accented), 1),
        (Q(kind=Kind.PRODUCT), 1),
    ]
    if place:
        rules += [
            (place.holds(), 40),
            (place.holds() & Q(kind=Kind.PRODUCT), 40),
            (place.holds() & Q(kind=Kind.PRODUCER), 20),
        ]
    score: Any = sum(_points(rule, points) for rule, points in rules)
    return documents.annotate(score=score).order_by("-score", "title_folded", "pk")


def _points(rule: Q, points: int) -> Case:
    return Case(When(rule, then=Value(points)), default=Value(0), output_field=IntegerField())


def _hits(documents: list[SearchDocument], words: list[Word], *, strict: bool) -> list[Hit]:
    """What is shown of the documents of one page, in a fixed number of queries."""
    ids = [document.object_id for document in documents if document.kind == Kind.PRODUCT]
    products = Product.objects.shown().filter(pk__in=ids).for_cards() if ids else []
    cards = {card.pk: card for card in product_cards(products)} if ids else {}
    photos = Photo.objects.prefetch_related("renditions").in_bulk(
        {document.photo_id for document in documents if document.photo_id and document.kind != Kind.PRODUCT}
    )
    return [
        Hit(
            kind=Kind(document.kind),
            url=document.url,
            text_language=document.text_language,
            meta=document.meta,
            title=highlight.pieces(document.title, words, strict=strict),
            snippet=_snippet(document, words, strict=strict),
            photo=photos.get(document.photo_id) if document.photo_id else None,
            card=cards.get(document.object_id) if document.kind == Kind.PRODUCT else None,
        )
        for document in documents
        # Hidden between the two queries.
        if document.kind != Kind.PRODUCT or document.object_id in cards
    ]


def _snippet(document: SearchDocument, words: list[Word], *, strict: bool) -> list[Piece]:
    text = highlight.snippet(document.summary, document.body, words, strict=strict)
    return highlight.pieces(text, words, strict=strict)


def ways_on() -> list[Category]:
    """Shopper categories to go on with where nothing was typed or found."""
    return list(Category.objects.browsable().filter(depth=1)[:8])
