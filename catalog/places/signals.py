"""What places tell the layers above: search and page caches listen."""

from django.dispatch import Signal

# Sent after commit, without more, when units or successions were loaded that were not known like this.
places_changed = Signal()
