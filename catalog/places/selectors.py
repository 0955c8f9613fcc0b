"""Questions about places: what is it called today, what was it called before, which commune does a buyer mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from catalog.vietnamese import fold_place, fold_words

from .models import AdminUnit, Level, Succession

_ABBREVIATIONS = {"tp", "tx", "tt", "tinh", "huyen"}
_SHORT = {"Thành phố ": "TP. ", "Tỉnh ": "tỉnh "}
_CANDIDATES = 400
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class CommuneMatch:
    """A commune of today that a typed name may mean; `former` tells by which old name it was found, or is empty."""

    commune: AdminUnit
    label: str
    former: str


def short_full_name(unit: AdminUnit) -> str:
    """ "TP. Đà Nẵng", "tỉnh Phú Thọ": the full name as it stands after a commune."""
    return _short(unit.full_name)


def _short(full_name: str) -> str:
    for long, short in _SHORT.items():
        if full_name.startswith(long):
            return short + full_name[len(long) :]
    return full_name


def path_label(unit: AdminUnit) -> str:
    """ "Phường Quảng Phú, TP. Đà Nẵng"; a former unit with its district in the middle. Parents must be loaded."""
    names = []
    step: AdminUnit | None = unit
    while step is not None:
        names.append(step.full_name)
        step = step.parent
    return path_of_names(*names)


def path_of_names(*full_names: str, after: str = "") -> str:
    """The same from full names that were written down, smallest unit first; behind a street, its kind is small too."""
    first, *others = [name for name in full_names if name] or [""]
    path = ", ".join([first, *(_lower_kind(_short(name)) for name in others)])
    return f"{after}, {_lower_kind(path)}" if after and path else after or path


def successors(unit: AdminUnit) -> list[AdminUnit]:
    """The units of today that it became, following every change: itself if it still exists, none if nobody knows."""
    if unit.valid_to is None:
        return [unit]
    found: dict[int, AdminUnit] = {}
    for succession in unit.successions.select_related("to_unit__parent").order_by("to_unit__full_name"):
        found.update({successor.pk: successor for successor in successors(succession.to_unit)})
    return list(found.values())


def predecessors(unit: AdminUnit) -> list[Succession]:
    """What it was made of, direct predecessors first: each row tells whether the whole unit or a part came in."""
    return list(_of_one_level().filter(to_unit=unit).order_by("from_unit__full_name"))


def past_units(lookup: str) -> Prefetch[Any]:
    """For `prefetch_related`: what the unit behind `lookup` was made of, for `known_names`; one query."""
    past = _of_one_level().order_by("from_unit__full_name", "pk")
    return Prefetch(f"{lookup}predecessions", queryset=past)


def known_names(unit: AdminUnit) -> str:
    """All that people may call it, for search: today's path and the paths of what it was made of."""
    past = (row.from_unit for row in unit.predecessions.all())
    return " ".join(path_label(each) for each in (unit, *(former for former in past if former.level == unit.level)))


def then_and_now(unit: AdminUnit) -> str:
    """ "xã Bình Dương, huyện Thăng Bình, tỉnh Quảng Nam (nay là xã Thăng An, TP. Đà Nẵng)", for a former unit."""
    then = _lower_kind(path_label(unit))
    if unit.valid_to is None:
        return then
    now = " / ".join(_lower_kind(path_label(successor)) for successor in successors(unit))
    return _("{then} (now {now})").format(then=then, now=now) if now else then


def _lower_kind(label: str) -> str:
    return label if label.startswith("TP. ") else label[:1].lower() + label[1:]


def units_of_today(words: str = "", *, level: str | None = None, province: str | None = None) -> QuerySet[AdminUnit]:
    """Provinces and communes that exist, by name; each with `predecessions` of its own level loaded: two queries.

    Every word must begin one of the unit's names or of a unit that became it. `province` is a slug.
    """
    rows = AdminUnit.objects.current().filter(level__in=[level] if level else [Level.PROVINCE, Level.COMMUNE])
    if province:
        rows = rows.filter(Q(slug=province, level=Level.PROVINCE) | Q(parent__slug=province, level=Level.COMMUNE))
    for word in fold_words(words).split()[:_MAX_WORDS]:
        former = Succession.objects.filter(to_unit=OuterRef("pk"), from_unit__folded_path__contains=f" {word}")
        rows = rows.filter(Q(folded_path__contains=f" {word}") | Q(Exists(former)))
    return rows.select_related("parent").prefetch_related(past_units("")).order_by("-level", "folded", "pk")


def _of_one_level() -> QuerySet[Succession]:
    """Successions of a province by a province, of a commune by a commune; districts became nothing of their kind."""
    return Succession.objects.filter(from_unit__level=F("to_unit__level")).select_related("from_unit__parent__parent")


def find_communes(text: str, limit: int = 8) -> list[CommuneMatch]:
    """Communes of today that `text` may mean, best first: today's names before old ones, whole names before parts.

    Words may come from commune, district and province ("tam thanh tam ky"). A former commune answers with what it
    became. Unknown successions are left out: a person has to decide them first.
    """
    segments = [fold_place(segment) for segment in text.split(",")]
    name_words = " ".join(segments).split()
    name_words = [word for word in name_words if word not in _ABBREVIATIONS] or name_words
    if not name_words:
        return []
    query = Q()
    for word in name_words:
        query &= Q(folded_path__contains=f" {word}")
    units = AdminUnit.objects.communes().filter(query).select_related("parent__parent")[:_CANDIDATES]
    ranked = sorted(units, key=lambda unit: (_rank(unit, name_words), unit.valid_to is not None, unit.full_name))
    return _matches(ranked, limit)


def _rank(unit: AdminUnit, words: list[str]) -> int:
    """0 whole name, 1 beginning of the name, 2 words of the name, 3 only words of its district or province."""
    typed = " ".join(words)
    if unit.folded == typed or typed.startswith(f"{unit.folded} "):
        return 0
    if unit.folded.startswith(typed):
        return 1
    return 2 if words[0] in unit.folded.split() else 3


def _matches(units: Iterable[AdminUnit], limit: int) -> list[CommuneMatch]:
    chosen = list(units)[: limit * 3]
    became = _successions_of([unit for unit in chosen if unit.valid_to is not None])
    matches: dict[int, CommuneMatch] = {}
    for unit in chosen:
        if unit.valid_to is None:
            matches.setdefault(unit.pk, CommuneMatch(unit, path_label(unit), ""))
            continue
        for now in became.get(unit.pk, []):
            former = _("Former name: {name}").format(name=_lower_kind(path_label(unit)))
            matches.setdefault(now.pk, CommuneMatch(now, path_label(now), former))
    return list(matches.values())[:limit]


def _successions_of(units: list[AdminUnit]) -> dict[int, list[AdminUnit]]:
    rows = Succession.objects.filter(from_unit__in=units, to_unit__valid_to=None).select_related("to_unit__parent")
    became: dict[int, list[AdminUnit]] = {}
    for row in rows:
        became.setdefault(row.from_unit_id, []).append(row.to_unit)
    return became
