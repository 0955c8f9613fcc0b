"""Factories of batches and stamps, through the services."""

from datetime import date, timedelta
from typing import Any

from catalog.clock import today
from catalog.models import Product
from tests.factories.catalog import ProductFactory
from traceability.models import Batch, Stamp
from traceability.services import batch_create, stamps_issue

GTIN = "09520123456788"


def make_batch(product: Product | None = None, **values: Any) -> Batch:
    """A batch produced three weeks ago, good for a year."""
    produced_on: date = values.pop("produced_on", today() - timedelta(days=21))
    defaults: dict[str, Any] = {
        "lot": "L261103",
        "produced_on": produced_on,
        "expires_on": produced_on + timedelta(days=365),
        "quantity": 480,
    }
    return batch_create(product=product or ProductFactory(upc=GTIN, price=85000), **(defaults | values))


def make_stamp(batch: Batch | None = None, **values: Any) -> Stamp:
    """One active stamp."""
    return stamps_issue(batch=batch or make_batch(), count=1, **values)[0]
