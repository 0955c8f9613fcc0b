"""How batches and stamps come to be and end. Screens, imports and the seed all call these."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Product
from catalog.signals import tell
from catalog.vietnamese import normalize

from . import stamp_code
from .models import Batch, Stamp
from .signals import batch_changed

MAX_STAMPS_A_CALL = 10_000
MAX_REASON = 200


@transaction.atomic
def batch_create(
    *,
    product: Product,
    lot: str,
    produced_on: date,
    quantity: int,
    expires_on: date | None = None,
    notes: str = "",
) -> Batch:
    """Create a batch of what is sold: a product of its own or a pack size. Raises `ValidationError` by field."""
    if product.is_parent:
        raise ValidationError({"product": _("Choose the pack size that this batch was filled into.")})
    if expires_on and expires_on < produced_on:
        raise ValidationError({"expires_on": _("The expiry date lies before the production date.")})
    batch = Batch(
        product=product,
        lot=normalize(lot).upper(),
        produced_on=produced_on,
        expires_on=expires_on,
        quantity=quantity,
        notes=normalize(notes),
    )
    batch.full_clean()
    batch.save()
    _tell(batch)
    return batch


@transaction.atomic
def stamps_issue(*, batch: Batch, count: int, status: str = Stamp.Status.ACTIVE) -> list[Stamp]:
    """Issue stamps for a batch, each with a new code; numbers go on from the last.

    `status` is `ACTIVE` for stamps stuck on at once, `ISSUED` for a roll that is activated later. Stamps that are not
    void never outnumber the pieces of the batch. Raises `ValidationError`.
    """
    if not 1 <= count <= MAX_STAMPS_A_CALL:
        raise ValidationError(
            {"count": _("Enter a number between 1 and %(max)s.") % {"max": MAX_STAMPS_A_CALL}}, code="count"
        )
    if status not in (Stamp.Status.ACTIVE, Stamp.Status.ISSUED):
        raise ValidationError({"status": _("New stamps are issued or active.")}, code="status")
    _lock(batch)
    in_use = batch.stamps.exclude(status=Stamp.Status.VOID).count()
    if in_use + count > batch.quantity:
        raise ValidationError(
            {"count": _("The batch has %(left)s pieces without a stamp.") % {"left": max(batch.quantity - in_use, 0)}},
            code="too_many",
        )
    _tell(batch)
    first = (batch.stamps.aggregate(last=Max("number"))["last"] or 0) + 1
    return Stamp.objects.bulk_create(
        Stamp(batch=batch, number=number, code=stamp_code.draw(), status=status)
        for number in range(first, first + count)
    )


@transaction.atomic
def stamps_activate(*, batch: Batch, first: int, last: int) -> int:
    """Activate the issued stamps numbered from `first` to `last`; tells how many became active. Void ones stay void."""
    _tell(batch)
    return batch.stamps.filter(number__range=(first, last), status=Stamp.Status.ISSUED).update(
        status=Stamp.Status.ACTIVE
    )


@transaction.atomic
def stamp_void(*, stamp: Stamp, reason: str) -> Stamp:
    """Void a stamp for good; a void one keeps its first reason. Raises `ValidationError` without a reason."""
    tidy = normalize(reason)
    if not tidy:
        raise ValidationError({"reason": _("Say why the stamp is void.")})
    if len(tidy) > MAX_REASON:
        raise ValidationError({"reason": _("Say it in 200 characters.")})
    Stamp.objects.filter(pk=stamp.pk).exclude(status=Stamp.Status.VOID).update(
        status=Stamp.Status.VOID, voided_at=timezone.now(), void_reason=tidy
    )
    stamp.refresh_from_db()
    _tell(stamp.batch)
    return stamp


def _tell(batch: Batch) -> None:
    tell(batch_changed, Batch, batch=batch)


def _lock(batch: Batch) -> None:
    """Two rolls for one batch wait for each other. On SQLite the IMMEDIATE transaction is the lock."""
    Batch.objects.select_for_update().get(pk=batch.pk)
