"""What the catalog tells the layers above."""

from django.dispatch import Signal

# Sent after commit with `stockrecord`, when a price or a stock changed outside of an order.
stock_changed = Signal()
