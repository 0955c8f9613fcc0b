"""Orders as their buyers see them: found by number and phone, headed by their state, told by what really happened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from catalog.clock import VIETNAM
from catalog.money import dong
from catalog.photos.models import Photo
from catalog.places.selectors import path_of_names
from storefront import phones
from storefront.shipping.calendar import Days

from . import numbers
from .amounts import order_amounts
from .models import Consignment, ConsignmentEvent, DeclaredBy, Line, Order, ParcelStatus
from .progress import can_be_cancelled, parcels_to_call_off
from .wording import event_title, heading

# Nothing more is expected to arrive.
_CLOSED = {ParcelStatus.DELIVERED, ParcelStatus.RETURNING, ParcelStatus.CANCELLED}


@dataclass(frozen=True, slots=True)
class LineView:
    title: str
    pack: str
    quantity: int
    total: int
    photo: Photo | None
    ocop_star: int | None
    certificate_number: str
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class ParcelView:
    """One consignment. `expected` is empty once it is delivered, cancelled or on its way back."""

    number: int
    name: str
    ships_from: str
    contents: str
    expected: str
    tracking_number: str
    amount: int
    is_cancelled: bool
    is_delivered: bool
    is_returning: bool
    timeline: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class OrderView:
    """The order page. The phone is masked: the page may be forwarded.

    `total` is what all parcels that stand cost (all of them once the order is cancelled), `cancelled` what was taken
    off, `due` what carriers still collect. Whole đồng. `calls_off` names the parcels that the buyer can still cancel;
    `is_new` until the first step of any.
    """

    number: str
    heading: str
    placed_at: str
    placed_on: date
    parcels: list[ParcelView]
    lines: list[LineView]
    shipping: int
    total: int
    cancelled: int
    due: int
    standing_parcels: int
    name: str
    street: str
    place: str
    phone: str
    email: str
    note: str
    calls_off: list[str]
    calls_off_all: bool
    is_new: bool
    is_cancelled: bool
    is_completed: bool


def find_order(number: str, key: str) -> Order | None:
    """The order behind its unguessable address, with all its page shows; None for a wrong key."""
    order: Order | None = _full().filter(number=number).first()
    if order is None or not order.access_key or not constant_time_compare(order.access_key, key):
        return None
    return order


def find_by_phone(number: str, phone: str) -> Order | None:
    """The order with this number and this phone, both as typed; unknown and wrong are the same None."""
    try:
        e164 = phones.parse_mobile(phone)
    except phones.PhoneError:
        return None
    found: Order | None = Order.objects.filter(number=numbers.tidy(number) or "-", phone=e164).first()
    return found


def order_of_basket(basket_id: int) -> Order | None:
    """What a basket became."""
    found: Order | None = Order.objects.filter(basket_id=basket_id).first()
    return found


def _full() -> Any:
    return Order.objects.select_related("shipping_address").prefetch_related(
        "consignments__events",
        "consignments__lines",
        "lines__product__images__photo__renditions",
        "lines__product__parent__images__photo__renditions",
    )


def order_view(order: Order) -> OrderView:
    """Flat values for the page; give an order of `find_order`."""
    parcels = list(order.consignments.all())
    gone = {parcel.pk for parcel in parcels if parcel.status == ParcelStatus.CANCELLED}
    address = order.shipping_address
    amounts = order_amounts(order)
    placed = timezone.localtime(order.date_placed, VIETNAM)
    return OrderView(
        number=order.number,
        heading=heading([parcel.status for parcel in parcels]),
        placed_at=f"{placed:%d/%m/%Y, %H:%M}",
        placed_on=placed.date(),
        parcels=[_parcel(parcel) for parcel in parcels],
        lines=[_line(line, line.consignment_id in gone) for line in order.lines.all()],
        shipping=amounts.shipping,
        total=amounts.total,
        cancelled=amounts.cancelled,
        due=amounts.due,
        standing_parcels=amounts.parcels,
        name=address.first_name if address else "",
        street=address.line1 if address else "",
        place=path_of_names(address.line3, address.line4) if address else "",
        phone=phones.masked(order.phone) if order.phone else "",
        email=order.guest_email,
        note=address.notes if address else "",
        calls_off=[_parcel_name(parcel) for parcel in parcels_to_call_off(order)],
        calls_off_all=can_be_cancelled(order),
        is_new=all(parcel.status == ParcelStatus.PLACED for parcel in parcels),
        is_cancelled=order.status == "cancelled",
        is_completed=order.status == "completed",
    )


def _parcel_name(parcel: Consignment) -> str:
    return _("Parcel {number}. {name}").format(number=parcel.number, name=parcel.partner_name)


def _parcel(parcel: Consignment) -> ParcelView:
    lines = list(parcel.lines.all())
    days = Days(parcel.expected_from, parcel.expected_to) if parcel.expected_from and parcel.expected_to else None
    return ParcelView(
        number=parcel.number,
        name=parcel.partner_name,
        ships_from=parcel.ships_from,
        contents=", ".join(f"{line.shown_title} × {line.quantity}" for line in lines),
        expected=str(days) if days and parcel.status not in _CLOSED else "",
        tracking_number=parcel.tracking_number,
        amount=parcel.cod_amount,
        is_cancelled=parcel.status == ParcelStatus.CANCELLED,
        is_delivered=parcel.status == ParcelStatus.DELIVERED,
        is_returning=parcel.status == ParcelStatus.RETURNING,
        timeline=_timeline(parcel),
    )


def _timeline(parcel: Consignment) -> list[dict[str, Any]]:
    """What happened, each with who says so, and at the end the one thing to come: never an invented step."""
    events = list(parcel.events.all())
    items = [_event(event, parcel) for event in events]
    if parcel.status in _CLOSED or not items:
        return items
    items[-1]["state"] = "now" if len(items) > 1 else "done"
    to_pay = _("You pay {amount} to the carrier").format(amount=dong(parcel.cod_amount))
    return [*items, {"state": "future", "title": _("Received"), "lines": [to_pay]}]


def _event(event: ConsignmentEvent, parcel: Consignment) -> dict[str, Any]:
    at = timezone.localtime(event.happened_at, VIETNAM)
    is_partner = event.declared_by == DeclaredBy.PARTNER
    speaker = parcel.partner_name if is_partner else event.get_declared_by_display()
    said = _("{when}, declared by {who}")
    if is_partner and event.actor_id:
        # Staff passed the producer's word on: that is not the producer's own declaration.
        said = _("{when}, recorded by the shop for {who}")
    elif event.declared_by == DeclaredBy.OPERATOR:
        said = _("{when}, recorded by the shop")
    said = said.format(when=f"{at:%d/%m, %H:%M}", who=speaker)
    return {"state": "done", "title": event_title(event.status), "lines": [said, *([event.note] if event.note else [])]}


def _line(line: Line, is_cancelled: bool) -> LineView:
    product = line.product
    images = []
    if product is not None:
        images = list(product.images.all()) or (list(product.parent.images.all()) if product.parent else [])
    return LineView(
        title=line.shown_title,
        pack=line.snapshot.get("product", {}).get("pack_label", ""),
        quantity=line.quantity,
        total=int(line.line_price_incl_tax),
        photo=images[0].photo if images else None,
        ocop_star=line.ocop_star,
        certificate_number=line.certificate_number,
        is_cancelled=is_cancelled,
    )
