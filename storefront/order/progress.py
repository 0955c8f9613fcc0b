"""What happens to consignments after the order was placed. Stock leaves the shelf on dispatch, or comes back."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.partner.models import StockRecord
from catalog.signals import stock_changed, tell
from storefront.accounts.models import User

from .letters import send_order_cancelled, send_parcel_cancelled, send_parcel_dispatched
from .models import Consignment, ConsignmentEvent, DeclaredBy, Line, Order, ParcelStatus

_RANK = {
    ParcelStatus.PLACED: 0,
    ParcelStatus.CONFIRMED: 1,
    ParcelStatus.PACKED: 2,
    ParcelStatus.DISPATCHED: 3,
    ParcelStatus.RETURNING: 3,
    ParcelStatus.DELIVERED: 4,
}
# What has left cannot be called off: it arrives, or it comes back.
HAS_LEFT = frozenset({ParcelStatus.DISPATCHED, ParcelStatus.RETURNING, ParcelStatus.DELIVERED})


class StepRefused(Exception):  # noqa: N818  a refusal that callers show
    """The consignment cannot go there from where it is."""


@transaction.atomic
def consignment_advance(
    *,
    consignment: Consignment,
    status: str,
    declared_by: str,
    actor: User | None = None,
    note: str = "",
    tracking_number: str = "",
) -> None:
    """Move a consignment one step forward, or cancel it before it is dispatched. Raises `StepRefused`.

    What could not be delivered comes back (`RETURNING`) and is cancelled when it is there: only then are its pieces
    for sale again. Steps are neither skipped nor taken back: the buyer's page tells each of them. The order follows:
    confirmed, completed or cancelled as its parcels are. The buyer gets a letter of what was dispatched or cancelled,
    queued in the same transaction.
    """
    _advance(consignment, status, declared_by=declared_by, actor=actor, note=note, tracking=tracking_number)
    consignment = Consignment.objects.select_related("order__shipping_address").get(pk=consignment.pk)
    if consignment.order.status == "cancelled":
        send_order_cancelled(consignment.order, note)
    elif status == ParcelStatus.CANCELLED:
        send_parcel_cancelled(consignment, note)
    elif status == ParcelStatus.DISPATCHED:
        send_parcel_dispatched(consignment)


def _advance(
    consignment: Consignment, status: str, *, declared_by: str, actor: User | None, note: str = "", tracking: str = ""
) -> None:
    # The order first: of two parcels that arrive at once, the later must see what the earlier did.
    order = Order.objects.select_for_update().get(pk=consignment.order_id)
    locked = Consignment.objects.select_for_update().get(pk=consignment.pk)
    check_step(locked.status, status)
    if status == ParcelStatus.CANCELLED:
        _take_back(locked) if locked.status == ParcelStatus.RETURNING else _release(locked)
    elif status == ParcelStatus.DISPATCHED:
        _consume(locked)
    locked.status = status
    locked.tracking_number = tracking or locked.tracking_number
    locked.save(update_fields=["status", "tracking_number"])
    ConsignmentEvent.objects.create(
        consignment=locked,
        status=status,
        declared_by=declared_by,
        actor=actor,
        note=note,
        happened_at=timezone.now(),
    )
    _let_order_follow(order)


@transaction.atomic
def order_cancel(*, order: Order, declared_by: str, actor: User | None = None, note: str = "") -> None:
    """Cancel the parcels that have not left, with a letter. Raises `StepRefused` if all that stand have left."""
    Order.objects.select_for_update().get(pk=order.pk)
    standing = order.consignments.exclude(status=ParcelStatus.CANCELLED).order_by("pk")
    waiting = [consignment for consignment in standing if consignment.status not in HAS_LEFT]
    if standing and not waiting:
        raise StepRefused(_("The parcel is on its way already and cannot be cancelled."))
    _lock_stock(waiting)
    for consignment in waiting:
        _advance(consignment, ParcelStatus.CANCELLED, declared_by=declared_by, actor=actor, note=note)
    order.refresh_from_db()
    if not waiting:
        return
    if order.status == "cancelled":
        send_order_cancelled(order, note)
        return
    for consignment in waiting:
        send_parcel_cancelled(consignment, note)


@transaction.atomic
def order_move(*, order: Order, status: str, actor: User | None = None) -> None:
    """Staff set the status of a whole order: its parcels follow, one step each. Raises `StepRefused`.

    An order is not cancelled as a whole once a parcel has left; the others can be, one by one.
    """
    if status == "cancelled":
        if not can_be_cancelled(Order.objects.select_for_update().get(pk=order.pk)):
            raise StepRefused(_("The parcel is on its way already and cannot be cancelled."))
        order_cancel(order=order, declared_by=DeclaredBy.OPERATOR, actor=actor)
        return
    target = {"confirmed": ParcelStatus.CONFIRMED, "completed": ParcelStatus.DELIVERED}[status]
    for consignment in order.consignments.exclude(status=ParcelStatus.CANCELLED).order_by("pk"):
        if _rank(consignment.status) < _rank(target):
            consignment_advance(consignment=consignment, status=target, declared_by=DeclaredBy.OPERATOR, actor=actor)
    order.refresh_from_db()


def can_be_cancelled(order: Order) -> bool:
    """Whether all that stands of it can be called off: nothing has left yet."""
    statuses = {ParcelStatus(consignment.status) for consignment in order.consignments.all()}
    return bool(statuses - {ParcelStatus.CANCELLED}) and not statuses & HAS_LEFT


def parcels_to_call_off(order: Order) -> list[Consignment]:
    """What `order_cancel` would cancel now."""
    kept = HAS_LEFT | {ParcelStatus.CANCELLED}
    return [consignment for consignment in order.consignments.all() if consignment.status not in kept]


def can_be_completed(order: Order) -> bool:
    """Whether every parcel that stands has left, so that arriving is its next step."""
    standing = {parcel.status for parcel in order.consignments.all()} - {ParcelStatus.CANCELLED.value}
    return bool(standing) and standing <= {ParcelStatus.DISPATCHED.value, ParcelStatus.DELIVERED.value}


def _rank(status: str) -> int:
    return _RANK[ParcelStatus(status)]


def check_step(now: str, then: str) -> None:
    """Raise `StepRefused`, with the reason in words, if a parcel cannot go from `now` to `then`."""
    if now == ParcelStatus.CANCELLED:
        raise StepRefused(_("This parcel is cancelled."))
    if now == ParcelStatus.RETURNING:
        if then != ParcelStatus.CANCELLED:
            raise StepRefused(_("This parcel is on its way back: once it is there, it is cancelled."))
    elif then == ParcelStatus.RETURNING:
        if now != ParcelStatus.DISPATCHED:
            raise StepRefused(_("Only a parcel that is on its way can come back."))
    elif then == ParcelStatus.CANCELLED:
        if now in HAS_LEFT:
            raise StepRefused(_("The parcel is on its way already and cannot be cancelled."))
    elif _rank(then) <= _rank(now):
        raise StepRefused(_("The parcel is further than that already."))
    elif _rank(then) > _rank(now) + 1:
        raise StepRefused(_("A step before this one is still missing."))


def _consume(consignment: Consignment) -> None:
    """What was promised leaves the shelf: both counters fall together."""
    for line in _tracked(consignment):
        StockRecord.objects.filter(pk=line.stockrecord_id).update(
            num_allocated=F("num_allocated") - line.num_allocated, num_in_stock=F("num_in_stock") - line.num_allocated
        )
        Line.objects.filter(pk=line.pk).update(num_allocated=0)


def _release(consignment: Consignment) -> None:
    """What was promised is free again."""
    for line in _tracked(consignment):
        StockRecord.objects.filter(pk=line.stockrecord_id).update(num_allocated=F("num_allocated") - line.num_allocated)
        Line.objects.filter(pk=line.pk).update(num_allocated=0, allocation_cancelled=True, status="cancelled")
        tell(stock_changed, StockRecord, stockrecord=StockRecord.objects.get(pk=line.stockrecord_id))


def _take_back(consignment: Consignment) -> None:
    """What had left the shelf stands there again. Where nobody counts pieces the column stays empty."""
    for line in consignment.lines.filter(stockrecord__isnull=False).order_by("stockrecord_id"):
        StockRecord.objects.filter(pk=line.stockrecord_id).update(num_in_stock=F("num_in_stock") + line.quantity)
        Line.objects.filter(pk=line.pk).update(status="cancelled")
        tell(stock_changed, StockRecord, stockrecord=StockRecord.objects.get(pk=line.stockrecord_id))


def _lock_stock(consignments: list[Consignment]) -> None:
    """Lock what several parcels hold at once, by id as those who place orders do: parcel by parcel would deadlock."""
    records = Line.objects.filter(consignment__in=consignments, num_allocated__gt=0).values("stockrecord_id")
    list(StockRecord.objects.select_for_update().filter(pk__in=records).order_by("pk"))


def _tracked(consignment: Consignment) -> list[Line]:
    """Lines that still hold pieces, in the order in which stock is always locked."""
    return list(consignment.lines.filter(stockrecord__isnull=False, num_allocated__gt=0).order_by("stockrecord_id"))


def _let_order_follow(order: Order) -> None:
    statuses = set(order.consignments.values_list("status", flat=True))
    alive = statuses - {ParcelStatus.CANCELLED.value}
    if not alive:
        steps: tuple[str, ...] = ("cancelled",)
    elif alive == {ParcelStatus.DELIVERED.value}:
        steps = ("confirmed", "completed")
    elif ParcelStatus.PLACED.value not in alive:
        steps = ("confirmed",)
    else:
        steps = ()
    for step in steps:
        if step in order.available_statuses():
            order.set_status(step)
