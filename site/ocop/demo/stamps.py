"""A batch and a few stamps for each sample product that is a parcel."""

from datetime import date, timedelta

from catalog.clock import add_months
from catalog.models import PARCEL_CLASSES, Product
from traceability import services
from traceability.models import Batch

STAMPS_A_BATCH = 3


def seed_stamps(day: date) -> None:
    """One batch of what is sold (of each pack size, where there are sizes), made some three weeks before seeding."""
    sold = Product.objects.filter(shipping_class__in=PARCEL_CLASSES, is_sample=True).exclude(structure=Product.PARENT)
    for number, product in enumerate(sold.order_by("pk"), start=1):
        if Batch.objects.filter(product=product).exists():
            continue
        produced_on = day - timedelta(days=21 + number % 9)
        batch = services.batch_create(
            product=product,
            lot=f"L{produced_on:%y%m%d}",
            produced_on=produced_on,
            expires_on=add_months(produced_on, 12),
            quantity=480,
        )
        services.stamps_issue(batch=batch, count=STAMPS_A_BATCH)
