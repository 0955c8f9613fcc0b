"""The port through which an order is paid: one module per method, listed in `registry`."""

from collections.abc import Sequence
from typing import Protocol


class Gateway(Protocol):
    """A way to pay. Amounts are whole đồng; `parcel_totals` are goods and fee of each parcel."""

    code: str

    def title(self) -> str:
        """What the buyer chooses."""
        ...

    def note(self) -> str:
        """One line under it: when and to whom the money goes."""
        ...

    def refusal(self, parcel_totals: Sequence[int]) -> str:
        """Why it cannot be used for these sums, as a sentence; empty if it can."""
        ...

    def amount_on_delivery(self, parcel_total: int) -> int:
        """What the carrier collects for a parcel."""
        ...
