"""Cash on delivery: the carrier collects, parcel by parcel. Never for liquor, which no basket holds."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from catalog.money import dong
from catalog.tables import read_rows

CODE = "cod"
_LIMITS = Path(__file__).with_name("limits.csv")


@cache
def most_per_parcel() -> int:
    """What a carrier takes in cash at one door, whole đồng."""
    return next(int(row["most_per_parcel"]) for row in read_rows(_LIMITS) if row["method"] == CODE)


class CashOnDelivery:
    code = CODE

    def title(self) -> str:
        return _("Cash on delivery")

    def note(self) -> str:
        return _("You pay the carrier, each parcel by itself")

    def refusal(self, parcel_totals: Sequence[int]) -> str:
        most = most_per_parcel()
        if max(parcel_totals, default=0) <= most:
            return ""
        return _("Carriers collect at most {most} for one parcel. Order fewer pieces, or call us.").format(
            most=dong(most)
        )

    def amount_on_delivery(self, parcel_total: int) -> int:
        return parcel_total
