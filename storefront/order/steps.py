"""Which steps can really be taken from where an order or a parcel is."""

from django.utils.translation import gettext as _

from .models import Order, ParcelStatus
from .progress import StepRefused, can_be_cancelled, can_be_completed, check_step
from .wording import order_status_label

# Steps after which a parcel does not arrive.
ENDS = (ParcelStatus.RETURNING, ParcelStatus.CANCELLED)


def order_steps(order: Order) -> list[tuple[str, str]]:
    """Statuses that staff can give to the whole order now, with labels.

    No cancelling once a parcel has left, no completing before all have.
    """
    conditions = {"cancelled": can_be_cancelled, "completed": can_be_completed}
    codes = [code for code in order.available_statuses() if code not in conditions or conditions[code](order)]
    return [(code, order_status_label(code)) for code in codes]


def parcel_steps(now: str) -> list[tuple[str, str]]:
    """Steps towards the buyer that a parcel in state `now` can take, with labels."""
    return [(code, str(label)) for code, label in ParcelStatus.choices if code not in ENDS and _can_follow(now, code)]


def parcel_end(now: str) -> tuple[str, str] | None:
    """The step by which a parcel in state `now` would not arrive, and what it is called; None when there is none."""
    labels = {
        ParcelStatus.DISPATCHED: _("It could not be delivered and comes back"),
        ParcelStatus.RETURNING: _("It is back: cancel it, its pieces are in stock again"),
    }
    code = next((code for code in ENDS if _can_follow(now, code)), None)
    return (code.value, labels.get(ParcelStatus(now), _("Cancel this parcel"))) if code else None


def needs_reason(now: str, then: str) -> bool:
    """Whether the buyer must be told why; what comes back has told it when it turned round."""
    return then in ENDS and now != ParcelStatus.RETURNING


def _can_follow(now: str, then: str) -> bool:
    try:
        check_step(now, then)
    except StepRefused:
        return False
    return True
