"""Reads the committed files of places into typed rows. Pure: nothing here touches the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from catalog.tables import read_rows
from catalog.vietnamese import fold_words, place_tones, slugify

from .models import SPECIAL_ZONE, Level

DATA = Path(__file__).parent / "data"

TWO_TIERS_SINCE = date(2025, 7, 1)
CITY_DONG_NAI_SINCE = date(2026, 4, 30)
ACT_PROVINCES = "Nghị quyết 202/2025/QH15"
ACT_COMMUNES = "Quyết định 19/2025/QĐ-TTg"
ACT_DONG_NAI = "Nghị quyết 30/2026/QH16"

# The first letters of a full name are the kind of unit; longest first.
KINDS = ("Thành phố", "Thị trấn", "Thị xã", SPECIAL_ZONE, "Phường", "Huyện", "Quận", "Tỉnh", "Xã")
FORMER_CITIES = {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"}


class Key(NamedTuple):
    """What identifies a row of the source: a code means one unit only together with level and validity."""

    level: str
    code: str
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    key: Key
    name: str
    full_name: str
    slug: str
    parent: Key | None
    folded_path: str  # the folded words of its full name and those of its parents, each with a space in front
    valid_from: date | None = None
    legal_act: str = ""
    name_en: str = ""
    latitude: float | None = None
    longitude: float | None = None
    area_km2: float | None = None
    population: int | None = None
    needs_review: bool = False

    @property
    def kind(self) -> str:
        return split_kind(self.full_name)[0]


class SuccessionRow(NamedTuple):
    from_key: Key
    to_key: Key
    kind: str
    effective_on: date
    legal_act: str


def split_kind(full_name: str) -> tuple[str, str]:
    """`"Xã Thăng An"` → `("Xã", "Thăng An")`."""
    for kind in KINDS:
        if full_name.startswith(f"{kind} "):
            return kind, full_name[len(kind) + 1 :]
    return "", full_name


def read(name: str) -> Iterator[dict[str, str]]:
    for row in read_rows(DATA / name):
        yield {column: place_tones(value) for column, value in row.items()}


def current_provinces() -> list[UnitRow]:
    rows = []
    for row in read("provinces.csv"):
        late = row["code"] == "75"
        rows.append(
            UnitRow(
                Key(Level.PROVINCE, row["code"], None),
                row["name"],
                row["full_name"],
                row["slug"],
                None,
                f" {fold_words(row['full_name'])}",
                CITY_DONG_NAI_SINCE if late else TWO_TIERS_SINCE,
                ACT_DONG_NAI if late else ACT_PROVINCES,
                row["name_en"],
                *_numbers(row),
            )
        )
    return rows


def _numbers(row: dict[str, str]) -> tuple[float | None, float | None, float | None, int | None]:
    def real(column: str) -> float | None:
        return float(row[column]) if row[column] else None

    return real("lat"), real("lng"), real("area_km2"), int(row["population"]) if row["population"] else None


def current_communes(provinces: list[UnitRow]) -> list[UnitRow]:
    """Slugs are unique in a province: "Văn Lãng" and "Văn Lăng" of one fold alike, so the later code gets a number."""
    by_code = {province.key.code: province for province in provinces}
    taken: set[tuple[str, str]] = set()
    rows: list[UnitRow] = []
    for row in sorted(read("communes.csv"), key=lambda row: row["code"]):
        province = by_code[row["province_code"]]
        slug, number = row["slug"], 2
        while (province.key.code, slug) in taken:
            slug, number = f"{row['slug']}-{number}", number + 1
        taken.add((province.key.code, slug))
        rows.append(
            UnitRow(
                Key(Level.COMMUNE, row["code"], None),
                row["name"],
                row["full_name"],
                slug,
                province.key,
                f" {fold_words(row['full_name'])}{province.folded_path}",
                TWO_TIERS_SINCE,
                ACT_COMMUNES,
                "",
                *_numbers(row),
            )
        )
    return rows


@dataclass(slots=True)
class FormerUnits:
    """The three tiers before 1 July 2025 and what they became."""

    units: list[UnitRow]
    successions: list[SuccessionRow]


def former_units() -> FormerUnits:
    corrections = {(row["province"], row["district"], row["ward"]): row for row in read("corrections.csv")}
    # A province that changed again since: its predecessors became the first state, which became today's.
    first_states = {
        row["code"]: Key(row["level"], row["code"], date.fromisoformat(row["valid_to"]))
        for row in read("changes_since.csv")
    }
    provinces: dict[str, UnitRow] = {}
    districts: dict[str, UnitRow] = {}
    wards: list[UnitRow] = []
    became: dict[Key, dict[Key, str]] = {}
    for row in read("former_units.csv"):
        province = provinces.setdefault(row["province_code"], _former_province(row))
        district = districts.setdefault(row["district_code"], _former_district(row, province))
        fix = corrections.get((row["province"], row["district"], row["ward"]), {})
        ward = _former_ward(row, district, fix)
        wards.append(ward)
        targets = _targets(fix.get("now_communes") or row["now_communes"]) if not ward.needs_review else {}
        became[ward.key] = targets
        for target in targets:
            became.setdefault(district.key, {})[target] = "part"
        target_code = row["now_province_code"]
        target = first_states.get(target_code, Key(Level.PROVINCE, target_code, None))
        became.setdefault(province.key, {})[target] = "whole"
    units = [*provinces.values(), *districts.values(), *wards]
    successions = [
        _succession(unit, target, kind) for unit in units for target, kind in became.get(unit.key, {}).items()
    ]
    return FormerUnits(units, successions)


def _succession(unit: UnitRow, target: Key, kind: str) -> SuccessionRow:
    act = ACT_PROVINCES if unit.key.level == Level.PROVINCE else ACT_COMMUNES
    return SuccessionRow(unit.key, target, kind, TWO_TIERS_SINCE, act)


def _targets(text: str) -> dict[Key, str]:
    pairs = (item.split(":") for item in text.split())
    return {Key(Level.COMMUNE, code, None): kind for code, kind in pairs}


def _former_province(row: dict[str, str]) -> UnitRow:
    name = row["province"]
    full_name = f"{'Thành phố' if name in FORMER_CITIES else 'Tỉnh'} {name}"
    key = Key(Level.PROVINCE, row["province_code"], TWO_TIERS_SINCE)
    return UnitRow(key, name, full_name, slugify(name), None, f" {fold_words(full_name)}")


def _former_district(row: dict[str, str], province: UnitRow) -> UnitRow:
    name = split_kind(row["district"])[1]
    key = Key(Level.DISTRICT, row["district_code"], TWO_TIERS_SINCE)
    path = f" {fold_words(row['district'])}{province.folded_path}"
    return UnitRow(key, name, row["district"], slugify(name), province.key, path)


def _former_ward(row: dict[str, str], district: UnitRow, fix: dict[str, str]) -> UnitRow:
    full_name = fix.get("name") or row["ward"]
    name = split_kind(full_name)[1]
    decided = bool(fix.get("now_communes"))
    return UnitRow(
        Key(Level.COMMUNE, row["ward_code"], TWO_TIERS_SINCE),
        name,
        full_name,
        slugify(name),
        district.key,
        f" {fold_words(full_name)}{district.folded_path}",
        needs_review=row["match"] in ("ambiguous", "none") and not decided,
    )
