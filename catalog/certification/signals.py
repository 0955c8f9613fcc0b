"""What certification tells the layers above: search and page caches listen."""

from django.dispatch import Signal

# Sent after commit with `certificate`, when a recognition begins, ends or changes.
certificate_changed = Signal()
