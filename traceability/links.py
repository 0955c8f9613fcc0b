"""Where a stamp leads: what is printed on it, and the page that answers."""

from django.urls import reverse

from .digital_link import DigitalLink
from .models import Stamp


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
