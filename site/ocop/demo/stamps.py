"""A batch and a few stamps for each sample product that is a parcel."""

from datetime import date, timedelta

from catalog.clock import add_months
from catalog.models import PARCEL_CLASSES, Product
from traceability import services
from traceability.models import Batch, Stamp

STAMPS_A_BATCH = 3


def seed_stamps(day: date) -> None:
    """One batch of what is sold (of each pack size, where there are sizes), made some three weeks before seeding.

    One batch also has a stamp that was voided and one that waits to be activated, so that each answer can be seen.
    """
    sold = Product.objects.filter(shipping_class__in=PARCEL_CLASSES, is_sample=True).exclude(structure=Product.PARENT)
    for number, product in enumerate(sold.order_by("pk"), start=1):
        if Batch.objects.filter(product=product).exists():
            continue
        produced_on = day - timedelta(days=21 + number % 9)
        batch = services.batch_create(
            product=product,
            lot=f"L{produced_on:%y%m%d}",
            produced_on=produced_on,
            expires_on=None if is_craft(product) else add_months(produced_on, 12),
            quantity=480,
        )
        stamps = services.stamps_issue(batch=batch, count=STAMPS_A_BATCH)
        if number == 1:
            services.stamp_void(stamp=stamps[-1], reason="Tem in hỏng (mẫu)")
            services.stamps_issue(batch=batch, count=1, status=Stamp.Status.ISSUED)


def is_craft(product: Product) -> bool:
    """Bowls and cloth do not expire."""
    criteria_set = (product.parent or product).criteria_set
    return criteria_set is not None and criteria_set.group.key == "IV"
