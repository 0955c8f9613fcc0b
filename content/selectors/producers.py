"""Producers in public: the list with its filters, and one producer with its goods, years and certificates."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as ListPage
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cards import ProductCard, product_cards, short_place
from catalog.certification.selectors import StarClaim, histories_of
from catalog.languages import localized
from catalog.listing import FacetValue
from catalog.models import Product
from catalog.opening_hours import opening_hours
from catalog.paging import page_of
from catalog.partner.models import Partner
from catalog.places.models import AdminUnit
from catalog.places.selectors import path_label
from catalog.producers.models import Producer, ProducerKind, ProducerQuerySet
from content.models import ProducerPage
from content.selectors.languages import in_page_language
from content.selectors.producer_cards import ProducerCard, for_cards, producer_cards

PAGE_SIZE = 12


@dataclass(frozen=True, slots=True)
class ProducerFilter:
    """What the address asks for; unknown values find nothing rather than everything."""

    kind: str = ""
    province: str = ""
    page: int = 1

    def query(self) -> str:
        """What stands before `page=…` in links: empty, or ends with "&"."""
        chosen = {name: value for name, value in (("kind", self.kind), ("province", self.province)) if value}
        return f"{urlencode(chosen)}&" if chosen else ""


@dataclass(frozen=True, slots=True)
class ProducerListing:
    cards: list[ProducerCard]
    page: ListPage[Any]
    count: int
    kinds: list[FacetValue]
    provinces: list[FacetValue]


def _narrowed(filter_: ProducerFilter) -> ProducerQuerySet:
    producers = Producer.objects.listed()
    if filter_.kind:
        producers = producers.filter(kind=filter_.kind)
    if filter_.province:
        producers = producers.filter(commune__parent__slug=filter_.province)
    return producers


def producer_listing(filter_: ProducerFilter) -> ProducerListing:
    """Six queries. Raises `Http404` for a page that does not exist."""
    page = page_of(for_cards(_narrowed(filter_)), PAGE_SIZE, filter_.page)
    return ProducerListing(
        producer_cards(page.object_list), page, page.paginator.count, _kinds(filter_), _provinces(filter_)
    )


def _counts(filter_: ProducerFilter, column: str) -> dict[str, int]:
    return dict(_narrowed(filter_).order_by().values_list(column).annotate(n=Count("pk")))


def _kinds(filter_: ProducerFilter) -> list[FacetValue]:
    """Kinds that find something, and the chosen one: the form asks again for what it shows."""
    counts = _counts(replace(filter_, kind=""), "kind")
    return [
        FacetValue(kind.value, str(kind.label), counts.get(kind.value, 0), kind.value == filter_.kind)
        for kind in ProducerKind
        if counts.get(kind.value) or kind.value == filter_.kind
    ]


def _provinces(filter_: ProducerFilter) -> list[FacetValue]:
    counts = _counts(replace(filter_, province=""), "commune__parent__slug")
    slugs = {slug for slug in (*counts, filter_.province) if slug}
    units = AdminUnit.objects.provinces().current().filter(slug__in=slugs)
    choices = [
        FacetValue(unit.slug, unit.name, counts.get(unit.slug, 0), unit.slug == filter_.province) for unit in units
    ]
    return sorted(choices, key=lambda choice: (-choice.count, choice.label))


def find_producer(slug: str) -> Producer | None:
    """A published producer with its place and picture, or None."""
    return (
        Producer.objects.published()
        .filter(slug=slug)
        .select_related("commune__parent", "photo")
        .prefetch_related("photo__renditions")
        .first()
    )


def find_producer_page(producer: Producer) -> ProducerPage | None:
    """Its story in the language of the page, else the Vietnamese one; None without a story."""
    return in_page_language(ProducerPage.objects.filter(producer=producer)).select_related("locale").first()


def own_goods(producer: Producer) -> tuple[list[ProductCard], dict[int, list[StarClaim]]]:
    """Cards of its own goods (never liquor), those with a valid star first, and their certificates by product id."""
    products = list(Product.objects.shown().filter(producer=producer).for_cards().order_by("pk"))
    cards = product_cards(products)
    cards.sort(key=lambda card: (not (card.claim and card.claim.is_valid), not card.in_stock))
    return cards, histories_of(products)


def producer_facts(producer: Producer, cards: list[ProductCard]) -> list[tuple[str, str]]:
    """What can be checked, before any praise."""
    valid = sum(1 for card in cards if card.claim and card.claim.is_valid)
    rows = [
        (_("Founded"), str(producer.founded_year or "")),
        (_("Members"), producer.members),
        (_("Capacity"), localized(producer, "capacity")),
        (_("OCOP products"), ngettext("{n} valid", "{n} valid", valid).format(n=valid) if valid else ""),
    ]
    return [row for row in rows if row[1]]


def visiting_facts(producer: Producer) -> list[tuple[str, str]]:
    """Address today and as printed before, hours, visits."""
    rows = [
        (_("Address"), path_label(producer.commune, after=producer.address)),
        (_("Before 01/07/2025"), producer.former_address),
        (_("Open"), opening_hours(producer.opening_hours)),
        (_("Visitors"), localized(producer, "visiting")),
    ]
    return [row for row in rows if row[1]]


def years(
    producer: Producer, cards: list[ProductCard], histories: dict[int, list[StarClaim]], page: ProducerPage | None
) -> list[tuple[int, list[str]]]:
    """What happened in which year: foundation, every recognition, and what the editor adds."""
    found: dict[int, list[str]] = defaultdict(list)
    if producer.founded_year and not page:
        found[producer.founded_year].append(_("Founded"))
    titles = {card.pk: card.title for card in cards}
    for product_id, claims in histories.items():
        for claim in claims:
            sentence = _("{product}: {n}-star, valid until {year}")
            text = sentence.format(product=titles[product_id], n=claim.ocop_star, year=claim.expires_on.year)
            found[claim.issued_on.year].append(text)
    for block in page.milestones.raw_data if page else []:
        if block["value"]["year"]:  # a draft may not have it yet
            found[block["value"]["year"]].insert(0, block["value"]["text"])
    return sorted(found.items())


def dispatch_days(producer: Producer) -> tuple[int, int] | None:
    """Working days until its parcels leave, least and most; None if it sells nothing itself."""
    partner = Partner.objects.filter(producer=producer).order_by("pk").first()
    return (partner.dispatch_days_min, partner.dispatch_days_max) if partner else None


def producer_context(producer: Producer) -> dict[str, Any]:
    """The facts of a producer, with or without a story; ten queries."""
    cards, histories = own_goods(producer)
    return {
        "producer": producer,
        "producer_title": producer.shown_name,
        "place": short_place(producer.commune),
        "cards": cards,
        "histories": histories,
        "facts": producer_facts(producer, cards),
        "visiting": visiting_facts(producer),
        "dispatch": dispatch_days(producer),
        "certificates": [card for card in cards if card.claim],
    }
