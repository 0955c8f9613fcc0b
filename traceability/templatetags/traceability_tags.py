"""`{% sample_stamp product offer.product_id %}`: the stamp of the batch that is being sold, on the product's page."""

from typing import Any

from django import template
from django.conf import settings

from catalog.models import Product
from traceability import qr, stamp_code
from traceability.links import stamp_path, stamp_uri
from traceability.selectors import sample_stamp_of

register = template.Library()


@register.inclusion_tag("components/stamp_note.html")
def sample_stamp(product: Product, size_id: int | None = None) -> dict[str, Any]:
    """The newest batch of the size that the page shows, with one stamp of it; nothing at all without one. One query."""
    # A genuine code of real goods on the web would be a gift to forgers: only samples show theirs.
    stamp = sample_stamp_of(product, size_id) if product.is_sample else None
    if stamp is None:
        return {}
    uri = stamp_uri(stamp, settings.BASE_URL)
    return {
        "symbol": qr.symbol(uri),
        "code": stamp_code.group(stamp.code),
        "url": stamp_path(stamp),
        "lot": stamp.batch.lot,
        "produced_on": stamp.batch.produced_on,
        "expires_on": stamp.batch.expires_on,
        "is_sample": product.is_sample,
        "is_on_sale": (product.net_stock or 0) > 0,
    }
