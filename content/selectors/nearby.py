"""What lies within reach of a point: producers, sales points, villages, coming fairs, nearest first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.clock import today
from catalog.days import day_range
from catalog.languages import localized, text_language
from catalog.opening_hours import opening_hours
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from content.models import FairPage, VillagePage
from content.selectors.languages import in_page_language

EARTH_KM = 6371.0
REACH_KM = 80
KM_A_DEGREE = 111.0


@dataclass(frozen=True, slots=True)
class NearbyPlace:
    """`kilometers` is a whole number, at least 1."""

    kilometers: int
    title: str
    title_lang: str
    note: str
    url: str


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great circle by the haversine formula."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half = sin((other_phi - phi) / 2) ** 2
    half += cos(phi) * cos(other_phi) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def nearby(
    latitude: float | None, longitude: float | None, request: HttpRequest, *,
    without: int | None = None, without_producers: Collection[str] = (), limit: int = 6,
) -> list[NearbyPlace]:  # fmt: skip
    """The nearest places, at most half of them producers. Four queries.

    `without` is the id of the page that asks, `without_producers` the slugs of those that it names itself: some
    villages are the producer of their own tour.
    """
    if latitude is None or longitude is None:
        return []
    here = (latitude, longitude)
    producers = sorted(_producers(here, without_producers), key=lambda place: place.kilometers)[: limit // 2]
    others = [*_sales_points(here), *_villages(here, request, without), *_fairs(here, request)]
    others.sort(key=lambda place: place.kilometers)
    chosen = [*producers, *others[: limit - len(producers)]]
    return sorted(chosen, key=lambda place: place.kilometers)


def _around(rows: QuerySet[Any], here: tuple[float, float]) -> Iterator[tuple[int, Any]]:
    """Rows within reach with their distance: a box in the database, the exact distance here."""
    latitude, longitude = here
    north = REACH_KM / KM_A_DEGREE
    east = north / cos(radians(latitude))
    box = rows.filter(
        latitude__range=(latitude - north, latitude + north), longitude__range=(longitude - east, longitude + east)
    )
    for row in box:
        kilometers = distance_km(latitude, longitude, row.latitude, row.longitude)
        if kilometers <= REACH_KM:
            yield max(1, round(kilometers)), row


def _producers(here: tuple[float, float], without: Collection[str]) -> Iterator[NearbyPlace]:
    rows = Producer.objects.listed().exclude(slug__in=without)
    for kilometers, row in _around(rows, here):
        address = reverse("content:producer_detail", kwargs={"slug": row.slug})
        note = localized(row, "visiting") or str(row.get_kind_display())
        yield NearbyPlace(kilometers, row.shown_name, text_language(row, "name"), note, address)


def _sales_points(here: tuple[float, float]) -> Iterator[NearbyPlace]:
    for kilometers, row in _around(SalesPoint.objects.published(), here):
        address = reverse("content:sales_point_detail", kwargs={"slug": row.slug})
        hours = opening_hours(row.opening_hours)
        yield NearbyPlace(kilometers, localized(row, "name"), text_language(row, "name"), hours, address)


def _villages(here: tuple[float, float], request: HttpRequest, without: int | None) -> Iterable[NearbyPlace]:
    rows = in_page_language(VillagePage.objects.exclude(pk=without)).select_related("locale")
    for kilometers, row in _around(rows, here):
        yield NearbyPlace(
            kilometers, row.title, row.locale.language_code, _("Travel village"), row.get_url(request) or ""
        )


def _fairs(here: tuple[float, float], request: HttpRequest) -> Iterable[NearbyPlace]:
    rows = in_page_language(FairPage.objects.filter(ends_on__gte=today())).select_related("locale")
    for kilometers, row in _around(rows, here):
        days = day_range(row.starts_on, row.ends_on)
        yield NearbyPlace(kilometers, row.title, row.locale.language_code, days, row.get_url(request) or "")
