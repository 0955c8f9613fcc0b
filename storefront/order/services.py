"""Placing an order: one transaction that either makes all of it or changes nothing."""

import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.apps.offer.models import ConditionalOffer
from oscar.apps.order.signals import order_placed

from catalog.clock import today
from catalog.partner.models import OutOfStock, StockRecord
from catalog.signals import stock_changed, tell
from storefront.accounts.models import User
from storefront.basket.models import Basket
from storefront.basket.selectors import BasketContents, basket_contents, basket_with_offers, only_left
from storefront.gateways.port import Gateway
from storefront.gateways.registry import gateway

from . import numbers
from .letters import send_order_placed
from .models import NumberSequence, Order
from .quotes import Quote, differences, quote
from .records import Agreement, Recipient, create_consignment, create_order, record_discounts


class OrderRefused(Exception):  # noqa: N818  a refusal that callers show
    """Nothing was ordered and nothing changed; `sentences` tell the buyer why."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


@transaction.atomic
def order_place(
    *,
    basket: Basket,
    recipient: Recipient,
    seen: str,
    payment_method: str,
    terms_version: str,
    language: str = "vi",
    user: User | None = None,
) -> Order:
    """Turn a basket into an order. `seen` is the `Quote.seen` that the buyer agreed to.

    A basket becomes one order: whoever comes second gets the same one. Raises `OrderRefused` if a price, a fee or the
    stock is not what was seen, and then nothing has changed. The letter is queued in the same transaction.
    """
    if not Basket.objects.filter(pk=basket.pk, status=Basket.OPEN).update(status=Basket.FROZEN):
        return _order_of(basket)
    claimed = basket_with_offers(Basket.objects.get(pk=basket.pk))
    contents = basket_contents(claimed)
    priced = quote(contents, recipient.commune)
    method = _accept(priced, contents, seen, payment_method)
    _use_offers(claimed)
    records = _allocate(contents)
    agreed = Agreement(payment_method, terms_version, language, user)
    order = create_order(order_number_next(), claimed, recipient, priced, agreed)
    record_discounts(order, claimed)
    for quoted in priced.parcels:
        create_consignment(order, quoted, method)
    claimed.submit()
    send_order_placed(order)
    _tell_afterwards(order, records, user)
    return order


def _order_of(basket: Basket) -> Order:
    # A basket without a row has no key, and so have the baskets of orders whose own is gone: those are strangers'.
    order: Order | None = Order.objects.filter(basket_id=basket.pk).first() if basket.pk else None
    if order is None:
        raise OrderRefused([_("This basket is closed. Put the products into a new one.")])
    return order


def _accept(priced: Quote, contents: BasketContents, seen: str, payment_method: str) -> Gateway:
    """The way of paying, after everything was compared with what the buyer saw."""
    if not contents.parcels:
        raise OrderRefused([_("Nothing in the basket can be bought at the moment.")])
    short = [f"{line.name}: {line.warning}" for line in contents.lines if line.is_short]
    changed = short or priced.refusals or differences(seen, priced, contents)
    method = gateway(payment_method)
    if method is None:
        changed = [*changed, _("Choose how to pay.")]
    elif refusal := method.refusal([quoted.total for quoted in priced.parcels]):
        changed = [*changed, refusal]
    if changed or method is None:
        raise OrderRefused(changed)
    return method


def _use_offers(basket: Basket) -> None:
    """Count the use of each offer under its row lock: Oscar's counter loses concurrent uses and breaks caps."""
    used = {entry["offer"].pk: entry for entry in basket.offer_applications if not entry["result"].affects_shipping}
    for pk, entry in used.items():
        # The lines were discounted by whole đồng; Oscar's own sum still holds the fractions.
        given = (discount for line in basket.all_lines() for discount in line.discounts)
        entry["discount"] = sum(discount.amount for discount in given if discount.offer and discount.offer.pk == pk)
    for offer in ConditionalOffer.objects.select_for_update().filter(pk__in=used).order_by("pk"):
        most = offer.max_global_applications
        if most is not None and offer.num_applications + used[offer.pk]["freq"] > most:
            raise OrderRefused([_("The offer {name} has just ended.").format(name=offer.name)])
        offer.record_usage(used[offer.pk])


def _allocate(contents: BasketContents) -> list[StockRecord]:
    """Reserve the pieces, in primary-key order so that no two buyers wait for each other."""
    lines = {line.stockrecord_id: line for line in contents.lines}
    records = list(StockRecord.objects.filter(pk__in=lines).select_related("product__parent").order_by("pk"))
    for record in records:
        line = lines[record.pk]
        if record.price is None or record.price != line.price:
            raise OrderRefused([_("The basket changed since you looked at it.")])
        try:
            record.allocate(line.quantity)
        except OutOfStock as error:
            record.refresh_from_db(fields=["num_in_stock", "num_allocated"])
            left = max(record.net_stock_level, 0)
            reason = only_left(record.product, left) if left else _("Sold out.")
            raise OrderRefused([f"{line.name}: {reason}"]) from error
    return records


@transaction.atomic
def order_number_next() -> str:
    """The next number of this month. Serializes placements of the moment on one row."""
    period = f"{today():%y%m}"
    NumberSequence.objects.get_or_create(period=period, defaults={"key": secrets.token_hex(16)})
    sequence = NumberSequence.objects.select_for_update().get(period=period)
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return numbers.compose(period, sequence.last, sequence.key)


def _tell_afterwards(order: Order, records: Sequence[StockRecord], user: User | None) -> None:
    """Reports and page caches learn of it once it is true."""
    for record in records:
        tell(stock_changed, StockRecord, stockrecord=record)
    tell(order_placed, Order, order=order, user=user)
