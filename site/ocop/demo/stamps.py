"""A batch and a few stamps for each sample product that is a parcel."""

import re
from datetime import date, timedelta

from catalog.clock import add_months
from catalog.models import PARCEL_CLASSES, Product
from traceability import services
from traceability.models import Batch, Stamp

STAMPS_A_BATCH = 3
# The sample files write "24 tháng kể từ ngày đóng chai", "7 ngày ở 4–6 độ".
_KEEPS = re.compile(r"(\d+) (tháng|ngày)")


def seed_stamps(day: date) -> None:
    """One batch of what is sold (of each pack size, where there are sizes), as durable as the label says.

    One batch also has a stamp that was voided and one that waits to be activated, so that each answer can be seen.
    """
    sold = Product.objects.filter(shipping_class__in=PARCEL_CLASSES, is_sample=True).exclude(structure=Product.PARENT)
    for number, product in enumerate(sold.order_by("pk"), start=1):
        if Batch.objects.filter(product=product).exists():
            continue
        label = product.parent or product
        produced_on = made_on(label, day, number)
        batch = services.batch_create(
            product=product,
            lot=f"L{produced_on:%y%m%d}",
            produced_on=produced_on,
            expires_on=best_before(label, produced_on),
            quantity=480,
        )
        stamps = services.stamps_issue(batch=batch, count=STAMPS_A_BATCH)
        if number == 1:
            services.stamp_void(stamp=stamps[-1], reason="Tem in hỏng (mẫu)")
            services.stamps_issue(batch=batch, count=1, status=Stamp.Status.ISSUED)


def made_on(product: Product, day: date, number: int) -> date:
    """Goods that keep for days were made yesterday; no batch comes from a month without harvest."""
    keeps = _KEEPS.search(product.shelf_life)
    made = day - timedelta(days=1 if keeps and keeps.group(2) == "ngày" else 21 + number % 9)
    while product.season and product.season[made.month - 1] == "0":
        made = made.replace(day=1) - timedelta(days=1)
    return made


def best_before(product: Product, made: date) -> date | None:
    """As the label of the sample says; bowls and cloth, which say nothing, do not expire."""
    keeps = _KEEPS.search(product.shelf_life)
    if keeps is None:
        return None
    length = int(keeps.group(1))
    return made + timedelta(days=length) if keeps.group(2) == "ngày" else add_months(made, length)
