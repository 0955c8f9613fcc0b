"""Questions about places: what is it called today, what was it called before, which commune does a buyer mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from catalog.vietnamese import fold_words

from . import typed
from .models import AdminUnit, Level, Succession

_SHORT = {"Thành phố ": "TP. ", "Tỉnh ": "tỉnh "}
_CANDIDATES = 400
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class CommuneMatch:
    """A commune of today that a typed name may mean; `former` tells by which old name it was found, or is empty.

    `is_whole`: nothing was typed that is not its name, old or new, or that of the units around it.
    """

    commune: AdminUnit
    label: str
    former: str
    is_whole: bool = False


def _short(full_name: str) -> str:
    for long, short in _SHORT.items():
        if full_name.startswith(long):
            return short + full_name[len(long) :]
    return full_name


def path_label(unit: AdminUnit, *, after: str = "") -> str:
    """ "Phường Quảng Phú, TP. Đà Nẵng", also behind a street; a former unit with its district in the middle.

    Parents must be loaded.
    """
    names = []
    step: AdminUnit | None = unit
    while step is not None:
        names.append(step.full_name)
        step = step.parent
    return path_of_names(*names, after=after)


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
    """Communes of today that `text` may mean, best first: whole addresses, today's names before old ones, then parts.

    Words may come from commune, district and province, of today or as they were called before ("tam thanh tam ky",
    "Minh An, Hội An, Đà Nẵng"). A former commune answers with what it became. Unknown successions are left out: a
    person has to decide them first.
    """
    words = typed.name_words(text)
    if not words:
        return []
    aliases = _province_aliases()
    query = Q()
    for word in words:
        provinces = [pk for pk, names in aliases.items() if any(f" {word}" in f" {name}" for name in names)]
        query &= Q(folded_path__contains=f" {word}") | Q(parent__in=provinces) | Q(parent__parent__in=provinces)
    units = AdminUnit.objects.communes().filter(query).select_related("parent__parent")[:_CANDIDATES]
    ranks = {unit.pk: _rank(unit, text, " ".join(words), aliases) for unit in units}
    # Once something fits altogether, what only shares a few words is noise.
    most = _BEGINNING if _WHOLE in ranks.values() else _ELSEWHERE
    ranked = sorted(
        (unit for unit in units if ranks[unit.pk] <= most),
        key=lambda unit: (ranks[unit.pk], unit.valid_to is not None, unit.full_name),
    )
    return _matches(ranked, limit, {pk for pk, rank in ranks.items() if rank == _WHOLE})


_WHOLE, _BEGINNING, _TOGETHER, _INSIDE, _ELSEWHERE = range(5)


def _rank(unit: AdminUnit, text: str, words: str, aliases: dict[int, set[str]]) -> int:
    """The whole address, the beginning of the name, the words one after the other, a word of the name, or less."""
    larger, step = set(), unit.parent
    while step is not None:
        larger |= {step.folded, *aliases.get(step.pk, ())}
        step = step.parent
    if typed.is_whole(text, unit.folded, unit.kind, larger):
        return _WHOLE
    if unit.folded.startswith(words) or words.startswith(f"{unit.folded} "):
        return _BEGINNING
    if f" {words} " in f"{unit.folded_path} ":
        return _TOGETHER
    return _INSIDE if words.split(maxsplit=1)[0] in unit.folded.split() else _ELSEWHERE


def _province_aliases() -> dict[int, set[str]]:
    """Folded names of what a province was made of, or became: people write either behind a commune of today."""
    rows = Succession.objects.filter(from_unit__level=Level.PROVINCE, to_unit__level=Level.PROVINCE)
    aliases: dict[int, set[str]] = {}
    for before, after, old, new in rows.values_list("from_unit", "to_unit", "from_unit__folded", "to_unit__folded"):
        aliases.setdefault(before, set()).add(new)
        aliases.setdefault(after, set()).add(old)
    return aliases


def _matches(units: Iterable[AdminUnit], limit: int, whole: set[int]) -> list[CommuneMatch]:
    chosen = list(units)[: limit * 3]
    became = _successions_of([unit for unit in chosen if unit.valid_to is not None])
    matches: dict[int, CommuneMatch] = {}
    for unit in chosen:
        is_whole = unit.pk in whole
        if unit.valid_to is None:
            matches.setdefault(unit.pk, CommuneMatch(unit, path_label(unit), "", is_whole))
            continue
        for now in became.get(unit.pk, []):
            former = _("Former name: {name}").format(name=_lower_kind(path_label(unit)))
            matches.setdefault(now.pk, CommuneMatch(now, path_label(now), former, is_whole))
    return list(matches.values())[:limit]


def _successions_of(units: list[AdminUnit]) -> dict[int, list[AdminUnit]]:
    rows = Succession.objects.filter(from_unit__in=units, to_unit__valid_to=None).select_related("to_unit__parent")
    became: dict[int, list[AdminUnit]] = {}
    for row in rows:
        became.setdefault(row.from_unit_id, []).append(row.to_unit)
    return became
