"""Which steps can really be taken from where an order or a parcel is."""

from .models import Order, ParcelStatus
from .progress import StepRefused, can_be_cancelled, can_be_completed, check_step
from .wording import order_status_label


def order_steps(order: Order) -> list[tuple[str, str]]:
    """Statuses that staff can give to the whole order now, with labels.

    No cancelling once a parcel has left, no completing before all have.
    """
    conditions = {"cancelled": can_be_cancelled, "completed": can_be_completed}
    codes = [code for code in order.available_statuses() if code not in conditions or conditions[code](order)]
    return [(code, order_status_label(code)) for code in codes]


def parcel_steps(now: str) -> list[tuple[str, str]]:
    """Steps that a parcel in state `now` can take, with labels; none after delivery or cancelling."""
    return [(code, str(label)) for code, label in ParcelStatus.choices if _can_follow(now, code)]


def _can_follow(now: str, then: str) -> bool:
    try:
        check_step(now, then)
    except StepRefused:
        return False
    return True
