"""Which record a product is sold from. The rule stands here once; `Product.objects.with_offer` says it in SQL."""

from typing import Any

from catalog.partner.models import StockRecord


def stock_record_of(product: Any) -> StockRecord | None:
    """The first record of a product or pack size; None for what is not sold. No query if `stockrecords` is prefetched.

    A record without a price is none yet: whoever sells must look at `price`.
    """
    found: StockRecord | None = min(product.stockrecords.all(), key=lambda record: record.pk, default=None)
    return found
