"""Fairs: the calendar, and one edition with its share of OCOP booths."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cards import short_place
from catalog.clock import today
from catalog.days import day_range, near_range
from catalog.languages import is_english
from content.body import cards_of
from content.models import FairPage, FairZone
from content.selectors.languages import in_page_language
from content.selectors.links import linked_ids
from content.selectors.photos import photos_by_id

REQUIRED_SHARE = 50  # percent of booths that an OCOP fair owes to OCOP goods


@dataclass(frozen=True, slots=True)
class FairRow:
    """The flat values of `components/fair_row.html`."""

    url: str
    title: str
    title_lang: str
    day: str
    month: str
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Share:
    """OCOP booths of all booths; `percent` is rounded down, so that nothing reaches the mark by rounding."""

    booths: int
    ocop_booths: int

    @property
    def percent(self) -> int:
        return self.ocop_booths * 100 // self.booths if self.booths else 0

    @property
    def reaches_mark(self) -> bool:
        return self.percent >= REQUIRED_SHARE


def fairs() -> QuerySet[FairPage]:
    """Fairs of the page's language with the sums of their zones, in one query."""
    return (
        with_booths(in_page_language(FairPage.objects.all()))
        .defer("body", "sources", "results")
        .select_related("locale", "commune__parent")
    )


def with_booths(pages: QuerySet[FairPage]) -> QuerySet[FairPage]:
    """Annotates `booths` and `ocop_booths`, 0 without zones."""

    def total(column: str) -> Coalesce:
        zones = FairZone.objects.filter(fair=OuterRef("pk")).order_by().values("fair")
        return Coalesce(Subquery(zones.annotate(n=Sum(column)).values("n"), output_field=IntegerField()), 0)

    annotated: QuerySet[FairPage] = pages.annotate(booths=total("booths"), ocop_booths=total("ocop_booths"))
    return annotated


def upcoming() -> QuerySet[FairPage]:
    """Fairs that are not over, the nearest first."""
    return fairs().filter(ends_on__gte=today()).order_by("starts_on", "pk")


def fair_rows(pages: Iterable[FairPage], request: HttpRequest) -> list[FairRow]:
    return [
        FairRow(
            url=page.get_url(request) or "",
            title=page.title,
            title_lang=page.locale.language_code,
            day=f"{page.starts_on:%d}",
            month=f"{page.starts_on:%m/%Y}",
            lines=[line for line in (_when_and_where(page), _booth_line(page)) if line],
        )
        for page in pages
    ]


def _when_and_where(page: FairPage) -> str:
    return f"{near_range(page.starts_on, page.ends_on)}, {short_place(page.commune)}"


def _booth_line(page: Any) -> str:
    if not page.booths:
        return ""
    booths = ngettext("{n} booth", "{n} booths", page.booths).format(n=page.booths)
    return _("{booths}, {n} of them OCOP").format(booths=booths, n=page.ocop_booths)


def fair_listing(request: HttpRequest) -> dict[str, Any]:
    """Upcoming fairs nearest first, past ones newest first: two queries."""
    past = fairs().filter(ends_on__lt=today()).order_by("-starts_on", "pk")
    return {"upcoming": fair_rows(upcoming(), request), "past": fair_rows(past, request)}


def fair_context(page: FairPage, request: HttpRequest) -> dict[str, Any]:
    """A fixed number of queries, however many zones, events, products and editions there are."""
    product_ids, _producers = linked_ids(page)
    cards = cards_of(product_ids)
    zones = list(page.zones.all())
    days, year = day_range(page.starts_on, page.ends_on).rsplit("/", 1)
    return {
        "photo": photos_by_id([page.photo_id]).get(page.photo_id or 0),
        "place": short_place(page.commune),
        "days": days,
        "year": year,
        "weekdays": _weekdays(page),
        "days_ahead": (page.starts_on - today()).days,
        "zones": zones,
        "share": Share(sum(zone.booths for zone in zones), sum(zone.ocop_booths for zone in zones)),
        "required_share": REQUIRED_SHARE,
        "events": list(page.events.all()),
        "who": _who(page),
        "cards": [cards[pk] for pk in product_ids if pk in cards],
        "editions": earlier_editions(page, request),
    }


def _weekdays(page: FairPage) -> str:
    first, last = (date_format(day, "l") for day in (page.starts_on, page.ends_on))
    if page.starts_on == page.ends_on:
        return first
    return _("{first} to {last}").format(first=first, last=last if is_english() else last.lower())


def _who(page: FairPage) -> list[tuple[str, str]]:
    rows = [(_("Host"), page.host), (_("Organizer"), page.organizer), (_("Admission"), page.admission)]
    return [row for row in rows if row[1]]


def earlier_editions(page: FairPage, request: HttpRequest) -> list[dict[str, Any]]:
    """Editions of the same series that were before this one, newest first."""
    if not page.series:
        return []
    earlier = fairs().filter(series=page.series, starts_on__lt=page.starts_on).exclude(pk=page.pk)
    return [
        {
            "title": edition.edition or edition.title,
            "url": edition.get_url(request),
            "days": day_range(edition.starts_on, edition.ends_on),
            "booths": edition.booths,
        }
        for edition in earlier.order_by("-starts_on")
    ]
