"""What traceability tells the layers above."""

from django.dispatch import Signal

# Sent after commit with `batch`, when a batch or its stamps came, changed or ended.
batch_changed = Signal()
