"""What an order costs after what was called off, and what of it is still to pay. Whole đồng."""

from dataclasses import dataclass

from .models import Consignment, Order, ParcelStatus

# Paid, or not to be paid any more.
_NOT_COLLECTED = {ParcelStatus.DELIVERED, ParcelStatus.RETURNING}


@dataclass(frozen=True, slots=True)
class Amounts:
    """`total` and `shipping` of the parcels that count, `cancelled` of those called off, `due` on the doorstep.

    Of an order that is cancelled altogether every parcel counts, so that its page still says what it was about.
    """

    parcels: int
    shipping: int
    total: int
    cancelled: int
    due: int


def order_amounts(order: Order) -> Amounts:
    """Sums over the consignments, which should be prefetched."""
    parcels: list[Consignment] = list(order.consignments.all())
    gone = [parcel for parcel in parcels if parcel.status == ParcelStatus.CANCELLED]
    standing = [parcel for parcel in parcels if parcel not in gone]
    counted = standing or parcels
    return Amounts(
        parcels=len(counted),
        shipping=sum(parcel.shipping_fee for parcel in counted),
        total=sum(parcel.total for parcel in counted),
        cancelled=sum(parcel.total for parcel in gone) if standing else 0,
        due=sum(parcel.cod_amount for parcel in standing if parcel.status not in _NOT_COLLECTED),
    )
