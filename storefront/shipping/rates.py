"""What a parcel costs and how long it travels: a rate card by weight and zone, read from `data/*.csv`.

Sample prices (MẪU). A new card is a new block of rows with its first day; the card in force on the day counts, so an
old quote can be understood later. Amounts are whole đồng, weights grams.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from catalog.models import ShippingClass
from catalog.places.models import SPECIAL_ZONE, AdminUnit
from catalog.tables import read_rows

DATA = Path(__file__).with_name("data")
SAME_PROVINCE, NEAR, FAR, ISLAND = "same_province", "near", "far", "island"
ZONES = (SAME_PROVINCE, NEAR, FAR, ISLAND)


@dataclass(frozen=True, slots=True)
class Rate:
    """One zone of one card. `chilled`: it arrives while the cold lasts."""

    card: str
    valid_from: date
    zone: str
    chilled: bool
    base_g: int
    base_price: int
    step_g: int
    step_price: int
    days_min: int
    days_max: int

    def carries(self, shipping_classes: Iterable[str]) -> bool:
        return self.chilled or ShippingClass.CHILLED not in shipping_classes

    def price(self, weight_g: int) -> int:
        """The base price carries the first `base_g`; each begun step costs `step_price` more."""
        beyond = max(weight_g - self.base_g, 0)
        return self.base_price + -(-beyond // self.step_g) * self.step_price


@cache
def _cards() -> tuple[Rate, ...]:
    return tuple(
        Rate(
            row["card"],
            date.fromisoformat(row["valid_from"]),
            row["zone"],
            row["chilled"] == "yes",
            *(int(row[name]) for name in ("base_g", "base_price", "step_g", "step_price", "days_min", "days_max")),
        )
        for row in read_rows(DATA / "rate_cards.csv")
    )


@cache
def _surcharges() -> dict[tuple[str, str], int]:
    return {(row["card"], row["shipping_class"]): int(row["price"]) for row in read_rows(DATA / "surcharges.csv")}


@cache
def _neighbors() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((row["province"], row["neighbor"])) for row in read_rows(DATA / "near_provinces.csv"))


def rate(zone: str, on: date) -> Rate:
    """The rate of a zone in the card in force that day. Raises `LookupError` before the first card."""
    in_force = [entry for entry in _cards() if entry.zone == zone and entry.valid_from <= on]
    if not in_force:
        raise LookupError(f"no rate for {zone} on {on}")
    return max(in_force, key=lambda entry: entry.valid_from)


def zone_between(origin: AdminUnit | None, destination: AdminUnit) -> str:
    """The zone from one commune to another (provinces must be loaded). An unknown origin counts as far."""
    if origin is not None and origin.pk == destination.pk:
        return SAME_PROVINCE
    if SPECIAL_ZONE in (destination.kind, origin.kind if origin else ""):
        return ISLAND
    here, there = (origin.parent if origin else None), destination.parent
    if here is None or there is None:
        return FAR
    if here.pk == there.pk:
        return SAME_PROVINCE
    return NEAR if frozenset((here.slug, there.slug)) in _neighbors() else FAR


def fee(zone: str, weight_g: int, shipping_classes: Iterable[str], on: date) -> int:
    """Fee of one parcel; a surcharge counts once, however many pieces need it."""
    entry = rate(zone, on)
    extra = sum(_surcharges().get((entry.card, name), 0) for name in set(shipping_classes))
    return entry.price(weight_g) + extra
