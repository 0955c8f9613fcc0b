"""What the catalog tells the layers above, and how everybody tells."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import Signal

# Sent after commit with `stockrecord`, when a price or a stock changed, by orders as well.
stock_changed = Signal()


def tell(signal: Signal, sender: type, **values: Any) -> None:
    """Send it once the transaction is true. A listener that fails is logged by Django: it undoes nothing of what is
    saved and keeps no other listener from hearing.
    """
    transaction.on_commit(partial(signal.send_robust, sender=sender, **values))
