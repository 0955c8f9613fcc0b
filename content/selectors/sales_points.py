"""Sales points: the list by province, and one point."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from catalog.cards import short_place
from catalog.languages import localized, text_language
from catalog.listing import FacetValue
from catalog.opening_hours import opening_hours
from catalog.places.models import AdminUnit
from catalog.places.selectors import path_label
from catalog.sales_points.models import SalesPoint, SalesPointKind


@dataclass(frozen=True, slots=True)
class SalesPointRow:
    slug: str
    title: str
    title_lang: str
    kind: str
    address: str
    opening_hours: str


def title_of(point: SalesPoint) -> str:
    return localized(point, "name")


def sales_point_listing(kind: str, province: str) -> dict[str, Any]:
    """Points by province, most points first, with the values of both filters; one query."""
    points = list(SalesPoint.objects.published().select_related("commune__parent"))
    groups: dict[str, list[SalesPointRow]] = defaultdict(list)
    for point in points:
        if kind in ("", point.kind) and province in ("", _province(point).slug):
            groups[_province(point).name].append(_row(point))
    kinds = Counter(point.kind for point in points if province in ("", _province(point).slug))
    provinces = Counter(_province(point).slug for point in points if kind in ("", point.kind))
    names = {_province(point).slug: _province(point).name for point in points}
    return {
        "groups": sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])),
        "count": sum(len(rows) for rows in groups.values()),
        "is_filtered": bool(kind or province),
        "kinds": [
            FacetValue(value, str(label), kinds[value], value == kind)
            for value, label in SalesPointKind.choices
            if value in kinds or value == kind
        ],
        "provinces": [
            FacetValue(slug, name, provinces[slug], slug == province)
            for slug, name in sorted(names.items(), key=lambda row: row[1])
            if slug in provinces or slug == province
        ],
    }


def _province(point: SalesPoint) -> AdminUnit:
    return point.commune.parent or point.commune


def _row(point: SalesPoint) -> SalesPointRow:
    return SalesPointRow(
        slug=point.slug,
        title=title_of(point),
        title_lang=text_language(point, "name"),
        kind=str(point.get_kind_display()),
        address=path_label(point.commune, after=point.address),
        opening_hours=opening_hours(point.opening_hours),
    )


def find_sales_point(slug: str) -> SalesPoint | None:
    """A published point with its place and picture, or None; two queries."""
    return (
        SalesPoint.objects.published()
        .filter(slug=slug)
        .select_related("commune__parent", "photo")
        .prefetch_related("photo__renditions")
        .first()
    )


def sales_point_facts(point: SalesPoint) -> list[tuple[str, ...]]:
    """Label and value, the telephone with the address that calls it."""
    rows: list[tuple[str, ...]] = [
        (_("Address"), path_label(point.commune, after=point.address)),
        (_("Open"), opening_hours(point.opening_hours)),
        (_("Run by"), point.operator),
        (_("Phone"), point.phone, f"tel:{point.phone.replace(' ', '')}"),
    ]
    return [row for row in rows if row[1]]


def sales_point_context(point: SalesPoint) -> dict[str, Any]:
    return {
        "point": point,
        "place": short_place(point.commune),
        "kind": str(point.get_kind_display()),
        "facts": sales_point_facts(point),
    }
