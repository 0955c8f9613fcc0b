"""Loading places: idempotent, all or nothing."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db import transaction

from catalog.fields import FoldedField
from catalog.signals import tell
from catalog.vietnamese import fold_words, slugify

from . import loading
from .loading import Key, SuccessionRow, UnitRow
from .models import AdminUnit, Level, Succession
from .signals import places_changed

_COLUMNS = (
    "name", "full_name", "slug", "kind", "folded_path", "valid_from", "legal_act",
    "name_en", "latitude", "longitude", "area_km2", "population", "needs_review",
)  # fmt: skip
_FOLDED = cast("FoldedField", AdminUnit._meta.get_field("folded"))


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, in rows."""

    created: int
    updated: int
    successions: int
    waiting: int


@transaction.atomic
def places_load() -> LoadReport:
    """Load or refresh all units from the committed files, and tell it. Decisions that people took since are kept.

    A unit whose succession a person has settled is recognized by its successions: it is not marked for review again.
    """
    provinces = loading.current_provinces()
    former = loading.former_units()
    rows = [*provinces, *loading.current_communes(provinces), *_changes_since(), *former.units]
    units, created, updated = _units_upsert(rows)
    successions = _successions_add([*former.successions, *_changes_successions()], units)
    if created or updated or successions:
        tell(places_changed, AdminUnit)
    return LoadReport(created, updated, successions, AdminUnit.objects.filter(needs_review=True).count())


def _changes_since() -> list[UnitRow]:
    return [
        UnitRow(
            Key(row["level"], row["code"], date.fromisoformat(row["valid_to"])),
            row["name"],
            row["full_name"],
            slugify(row["name"]),
            None,
            f" {fold_words(row['full_name'])}",
            date.fromisoformat(row["valid_from"]),
            loading.ACT_PROVINCES,
        )
        for row in loading.read("changes_since.csv")
    ]


def _changes_successions() -> list[SuccessionRow]:
    return [
        SuccessionRow(
            Key(row["level"], row["code"], date.fromisoformat(row["valid_to"])),
            Key(row["level"], row["became_code"], None),
            Succession.Kind.WHOLE,
            date.fromisoformat(row["valid_to"]),
            row["legal_act"],
        )
        for row in loading.read("changes_since.csv")
    ]


def _units_upsert(rows: list[UnitRow]) -> tuple[dict[Key, AdminUnit], int, int]:
    """Level by level, since a row needs its parent's id."""
    existing = {Key(unit.level, unit.code, unit.valid_to): unit for unit in AdminUnit.objects.all()}
    settled = set(Succession.objects.values_list("from_unit_id", flat=True))
    created = updated = 0
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        new: list[AdminUnit] = []
        changed: list[AdminUnit] = []
        for row in (row for row in rows if row.key.level == level):
            unit = existing.get(row.key) or AdminUnit(level=level, code=row.key.code, valid_to=row.key.valid_to)
            differs = _fill(unit, row, existing, settled)
            (new if unit.pk is None else changed if differs else []).append(unit)
            existing[row.key] = unit
        AdminUnit.objects.bulk_create(new, batch_size=500)
        AdminUnit.objects.bulk_update(changed, [*_COLUMNS, "parent", "folded"], batch_size=200)
        created, updated = created + len(new), updated + len(changed)
    return existing, created, updated


def _fill(unit: AdminUnit, row: UnitRow, units: dict[Key, AdminUnit], settled: set[int]) -> bool:
    """Copy the row's values onto the unit; answers whether anything changed."""
    values = {column: getattr(row, column) for column in _COLUMNS}
    if unit.pk in settled:
        values["needs_review"] = unit.needs_review
    values["parent_id"] = units[row.parent].pk if row.parent else None
    values["folded"] = _FOLDED.value_of(row)  # `bulk_update` passes no `pre_save`
    differs = any(getattr(unit, column) != value for column, value in values.items())
    for column, value in values.items():
        setattr(unit, column, value)
    return differs


def _successions_add(rows: list[SuccessionRow], units: dict[Key, AdminUnit]) -> int:
    """Only missing pairs are added: a pair that exists may have been corrected by a person."""
    new = [
        Succession(
            from_unit=units[row.from_key],
            to_unit=units[row.to_key],
            kind=row.kind,
            effective_on=row.effective_on,
            legal_act=row.legal_act,
        )
        for row in rows
    ]
    known = set(Succession.objects.values_list("from_unit_id", "to_unit_id"))
    decided = {from_id for from_id, _to in known}
    added = [row for row in new if row.from_unit_id not in decided]
    Succession.objects.bulk_create(added, batch_size=500)
    return len(added)
