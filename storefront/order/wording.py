"""States of orders and parcels in the words of the page."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .models import ParcelStatus

# What is told first in the heading.
_HEADING = (
    ParcelStatus.DISPATCHED,
    ParcelStatus.RETURNING,
    ParcelStatus.PACKED,
    ParcelStatus.CONFIRMED,
    ParcelStatus.PLACED,
    ParcelStatus.DELIVERED,
    ParcelStatus.CANCELLED,
)


def order_status_label(status: str) -> str:
    """The state of a whole order in words; a state nobody knows stays as it is."""
    labels = {
        "placed": pgettext("order", "Placed"),
        "confirmed": pgettext("order", "Confirmed"),
        "completed": pgettext("order", "Completed"),
        "cancelled": pgettext("order", "Cancelled"),
    }
    return labels.get(status, status)


def heading(statuses: list[str]) -> str:
    """ "Một kiện đang trên đường, một kiện đang đóng gói": the state in words, what moves first."""
    counted = Counter(ParcelStatus(status) for status in statuses)
    parts = [_phrase(status, counted[status]) for status in _HEADING if counted[status]]
    sentence = ", ".join(parts)
    return sentence[:1].upper() + sentence[1:]


def _phrase(status: ParcelStatus, count: int) -> str:
    phrases = {
        ParcelStatus.PLACED: ngettext(
            "{count} parcel waits for the producer", "{count} parcels wait for the producers", count
        ),
        ParcelStatus.CONFIRMED: ngettext("{count} parcel is being packed", "{count} parcels are being packed", count),
        ParcelStatus.PACKED: ngettext("{count} parcel is packed", "{count} parcels are packed", count),
        ParcelStatus.DISPATCHED: ngettext("{count} parcel is on its way", "{count} parcels are on their way", count),
        ParcelStatus.RETURNING: ngettext(
            "{count} parcel could not be delivered", "{count} parcels could not be delivered", count
        ),
        ParcelStatus.DELIVERED: ngettext("{count} parcel was delivered", "{count} parcels were delivered", count),
        ParcelStatus.CANCELLED: ngettext("{count} parcel is cancelled", "{count} parcels are cancelled", count),
    }
    return phrases[status].format(count=number_word(count))


def number_word(count: int) -> str:
    """Numbers up to ten as words, as a sentence writes them."""
    words = {
        1: pgettext("number of parcels", "one"), 2: pgettext("number of parcels", "two"),
        3: pgettext("number of parcels", "three"), 4: pgettext("number of parcels", "four"),
        5: pgettext("number of parcels", "five"), 6: pgettext("number of parcels", "six"),
        7: pgettext("number of parcels", "seven"), 8: pgettext("number of parcels", "eight"),
        9: pgettext("number of parcels", "nine"), 10: pgettext("number of parcels", "ten"),
    }  # fmt: skip
    return words.get(count, str(count))


def event_title(status: str) -> str:
    """What happened, on a timeline."""
    titles = {
        ParcelStatus.PLACED: _("Ordered"),
        ParcelStatus.CONFIRMED: _("Confirmed by the producer"),
        ParcelStatus.PACKED: _("Packed"),
        ParcelStatus.DISPATCHED: _("On its way"),
        ParcelStatus.RETURNING: _("Not delivered, on its way back"),
        ParcelStatus.DELIVERED: _("Received"),
        ParcelStatus.CANCELLED: _("Cancelled"),
    }
    return titles[ParcelStatus(status)]
