"""Where a stamp leads: what is printed on it, and the page that answers."""

import re
from urllib.parse import unquote

from django.urls import reverse

from .digital_link import DigitalLink
from .models import Stamp

# The forms of `stamp_uri` and `stamp_path`, and a Digital Link with a variant or a lot in front of its serial.
_ADDRESS = re.compile(
    r"/(?:S|tem/\d{14}|01/\d{14}(?:/22/[^/]+)?(?:/10/[^/]+)?/21)/([^/?#]+)/?(?:[?#].*)?$", re.IGNORECASE
)


def stamp_uri(stamp: Stamp, origin: str) -> str:
    """What the QR code holds: a GS1 Digital Link, or the compact form for goods without a GTIN.

    `stamp.batch.product` must be loaded. No language: a stamp is printed once.
    """
    gtin = stamp.batch.product.upc
    if gtin:
        return DigitalLink(gtin=gtin, serial=stamp.code).uri(origin)
    return f"{origin.rstrip('/')}/S/{stamp.code}"


def stamp_path(stamp: Stamp) -> str:
    """The page that answers, in the active language."""
    gtin = stamp.batch.product.upc
    if gtin:
        return reverse("traceability:stamp_answer", args=[gtin, stamp.code])
    return reverse("traceability:stamp_code", args=[stamp.code])


def code_in(typed: str) -> str:
    """The code in what was typed or pasted: an address that a stamp holds or leads to ends with it."""
    found = _ADDRESS.search(typed)
    return unquote(found[1]) if found else typed
