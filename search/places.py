"""Queries that are the name of a place: "Quảng Nam", "huyện Thăng Bình", "tam ky, quang nam", of today or former."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from catalog.languages import is_english
from catalog.models import Product
from catalog.places import typed
from catalog.places.models import AdminUnit, Level, Succession
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from catalog.vietnamese import fold_words
from content.models import FairPage, VillagePage

from .keys import MAX_QUERY, accented_text, folded_text
from .models import Kind

_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_MOST_WORDS = 8
_MOST_UNITS = 100  # of one name; "Tân Thành" is the commonest, with 67 in all times
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """`communes`: those of today that lie there. `now`: what the former unit is today; empty for one that exists."""

    communes: list[int]
    now: str

    def holds(self) -> Q:
        """Of search documents: goods, makers, sales points, villages and fairs of that place."""
        there = {
            Kind.PRODUCT: Product.objects.filter(producer__commune__in=self.communes),
            Kind.PRODUCER: Producer.objects.filter(commune__in=self.communes),
            Kind.SALES_POINT: SalesPoint.objects.filter(commune__in=self.communes),
            Kind.VILLAGE: VillagePage.objects.filter(commune__in=self.communes),
            Kind.FAIR: FairPage.objects.filter(commune__in=self.communes),
        }
        found = Q()
        for kind, things in there.items():
            found |= Q(kind=kind, object_id__in=things.order_by().values("pk"))
        return found


def place_named(query: str) -> NamedPlace | None:
    """The place whose name the whole query is, in two queries; None for everything else.

    The greatest unit of the name is meant. A name of one word is one only for a province or a city ("Huế", "Vinh"), or
    behind its kind: "bưởi" is a fruit, "phường Bưởi" a place.
    """
    units = _units_named(query[:MAX_QUERY].replace("\0", ""))
    if not units:
        return None
    communes = list(_communes_of(units).select_related("parent"))
    return NamedPlace([commune.pk for commune in communes], _now(units, communes)) if communes else None


def _units_named(query: str) -> list[AdminUnit]:
    first, *around = [part for part in re.split(r"[,;/]", query) if fold_words(part)] or [""]
    name = " ".join(typed.name_words(first))
    if not name or name.isdigit() or len(name.split()) > _MOST_WORDS:
        return []
    larger = [Q(folded_path__contains=f" {' '.join(typed.name_words(part))}") for part in around[:2]]
    rows = AdminUnit.objects.filter(reduce(and_, larger, Q(folded=name))).select_related("parent")[:_MOST_UNITS]
    said = fold_words(first) != name
    units = [unit for unit in rows if _is_meant(unit, first, name, said=said)]
    level = next((level for level in _LEVELS if any(unit.level == level for unit in units)), None)
    # A district and the commune that kept its name are one place to those who ask.
    return [unit for unit in units if level in (unit.level, Level.DISTRICT)]


def _is_meant(unit: AdminUnit, words: str, name: str, *, said: bool) -> bool:
    if unit.level == Level.COMMUNE and " " not in name and not said:
        return False
    if said and not typed.is_whole(words, name, unit.kind, ()):
        return False
    mine, plain = accented_text(words).split(), folded_text(words).split()
    theirs = accented_text(unit.name).split()
    # Typed marks are meant: "quảng năm" is no place.
    return all(word in (bare, there) for word, bare, there in zip(mine[::-1], plain[::-1], theirs[::-1], strict=False))


def _communes_of(units: list[AdminUnit]) -> QuerySet[AdminUnit]:
    """Communes of today that are, lie in, or came wholly or in part out of these units."""
    keys = [unit.pk for unit in units]
    before = Q(from_unit__in=keys) | Q(from_unit__parent__in=keys) | Q(from_unit__parent__parent__in=keys)
    came = Succession.objects.filter(before).values("to_unit")
    inside = Q(pk__in=keys) | Q(parent__in=keys) | Q(pk__in=came)
    return AdminUnit.objects.communes().current().filter(inside)


def _now(units: list[AdminUnit], communes: list[AdminUnit]) -> str:
    """ "Tỉnh Quảng Nam nay thuộc thành phố Đà Nẵng.", if the name is of one unit and that is no more."""
    then, *others = [unit for unit in units if unit.level == units[0].level]
    if others or then.valid_to is None:
        return ""
    if len(units) > 1:  # found together with it was what bears its name today, maybe elsewhere
        communes = list(_communes_of([then]).select_related("parent"))
    if then.level == Level.COMMUNE:
        names = [f"{_label(commune)}, {_label(commune.parent)}" for commune in communes]
    else:
        names = list(dict.fromkeys(_label(commune.parent) for commune in communes))
    if len(names) > _MOST_NAMES:
        return ""
    whole = then.name if is_english() else then.full_name
    return _("{then} is now in {now}.").format(then=whole, now=" / ".join(names))


def _label(unit: AdminUnit | None) -> str:
    """In the middle of a sentence."""
    if unit is None:
        return ""
    return unit.name if is_english() else f"{unit.full_name[:1].lower()}{unit.full_name[1:]}"
