"""What an order would cost now, at a place: goods, the fee of each parcel, when it arrives; and what changed since.

`Quote.seen` is what the buyer's page carries and sends back: nothing is charged that was not on the button.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from catalog.clock import today
from catalog.money import dong
from catalog.places.models import AdminUnit
from storefront.basket.selectors import BasketContents, BasketLine, Parcel
from storefront.shipping import rates
from storefront.shipping.calendar import Days, arrival


@dataclass(frozen=True, slots=True)
class QuotedParcel:
    """A parcel on its way to one place. `fee` is whole đồng; what `is_carried` not cannot be ordered to there."""

    parcel: Parcel
    zone: str
    fee: int
    arrives: Days
    is_carried: bool

    @property
    def total(self) -> int:
        return self.parcel.goods + self.fee


@dataclass(frozen=True, slots=True)
class Quote:
    """Everything that the button adds up."""

    destination: AdminUnit
    parcels: tuple[QuotedParcel, ...]

    @property
    def goods(self) -> int:
        return sum(quoted.parcel.goods for quoted in self.parcels)

    @property
    def shipping(self) -> int:
        return sum(quoted.fee for quoted in self.parcels)

    @property
    def total(self) -> int:
        return self.goods + self.shipping

    @property
    def refusals(self) -> list[str]:
        """Why the order cannot go there: a sentence for each parcel that would not arrive cold."""
        sentence = _(
            "Parcel {number}, {name}, must stay cold and would not reach this place in time. Take it out of the "
            "basket or choose another place."
        )
        cold = [quoted.parcel for quoted in self.parcels if not quoted.is_carried]
        return [sentence.format(number=parcel.number, name=parcel.name) for parcel in cold]

    @property
    def arrives(self) -> Days:
        return Days(
            min(quoted.arrives.first for quoted in self.parcels), max(quoted.arrives.last for quoted in self.parcels)
        )

    @property
    def seen(self) -> str:
        """ "17:2:380000,18:1:650000|67000": line, pieces, đồng of each; then the fees."""
        lines = (line for quoted in self.parcels for line in quoted.parcel.lines)
        return f"{','.join(f'{line.pk}:{line.quantity}:{line.total}' for line in lines)}|{self.shipping}"


def quote(contents: BasketContents, destination: AdminUnit, on: date | None = None) -> Quote:
    """The sums for a commune; its province must be loaded."""
    day = on or today()
    return Quote(destination, tuple(_quoted(parcel, destination, day) for parcel in contents.parcels))


def _quoted(parcel: Parcel, destination: AdminUnit, day: date) -> QuotedParcel:
    zone = rates.zone_between(parcel.partner.commune, destination)
    rate = rates.rate(zone, day)
    fee = rates.fee(zone, parcel.weight_g, parcel.shipping_classes, day)
    arrives = arrival(parcel.leaves, rate.days_min, rate.days_max)
    return QuotedParcel(parcel, zone, fee, arrives, rate.carries(parcel.shipping_classes))


def differences(seen: str, now: Quote, contents: BasketContents) -> list[str]:
    """What changed since the buyer's page was made, in sentences; empty if it showed exactly these sums."""
    if seen == now.seen:
        return []
    then_lines, then_shipping = _parse(seen)
    now_lines = {line.pk: line for line in contents.lines}
    sentences = [_line_change(line, then_lines.get(pk)) for pk, line in now_lines.items()]
    sentences += [
        _("{product} is sold out and is not charged.").format(product=line.name)
        for line in contents.left_out
        if line.pk in then_lines
    ]
    if then_shipping is not None and then_shipping != now.shipping:
        sentences.append(
            _("The shipping fee changed from {then} to {now}.").format(then=dong(then_shipping), now=dong(now.shipping))
        )
    return [sentence for sentence in sentences if sentence] or [_("The basket changed since you looked at it.")]


def _line_change(line: BasketLine, then: tuple[int, int] | None) -> str:
    if then is None:
        return _("{product} was added to the basket.").format(product=line.name)
    quantity, total = then
    if quantity != line.quantity:
        return _("{product}: now {now} instead of {then}.").format(product=line.name, now=line.quantity, then=quantity)
    if total != line.total:
        return _("The price of {product} changed from {then} to {now}.").format(
            product=line.name, then=dong(total // quantity), now=dong(line.total // quantity)
        )
    return ""


def _parse(seen: str) -> tuple[dict[int, tuple[int, int]], int | None]:
    """Nothing of it is trusted; what cannot be read counts as never seen."""
    lines, _bar, shipping = seen.partition("|")
    try:
        rows = [tuple(map(int, part.split(":"))) for part in lines.split(",")]
        parsed = {pk: (max(quantity, 1), total) for pk, quantity, total in rows}
        return parsed, int(shipping)
    except ValueError:
        return {}, None
