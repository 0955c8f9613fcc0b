"""When a parcel leaves and arrives. Dispatch counts working days (Monday to Friday), the road calendar days."""

from dataclasses import dataclass
from datetime import date, timedelta

from catalog.days import day_range

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day something may happen."""

    first: date
    last: date

    def __str__(self) -> str:
        """ "27–29/11", "30/11–02/12", "27/11"."""
        return day_range(self.first, self.last, with_year=False)


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`; public holidays are not known here."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day


def dispatch(on: date, days_min: int, days_max: int) -> Days:
    """When an order of that day is handed to the carrier."""
    return Days(add_working_days(on, days_min), add_working_days(on, max(days_max, days_min)))


def arrival(leaves: Days, road_min: int, road_max: int) -> Days:
    """When it arrives."""
    return Days(leaves.first + timedelta(days=road_min), leaves.last + timedelta(days=road_max))
