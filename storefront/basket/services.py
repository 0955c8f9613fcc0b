"""Putting things into a basket and taking them out. A refusal is a sentence for the buyer and changes nothing."""

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.models import Product
from catalog.partner.models import StockRecord
from catalog.partner.selectors import stock_record_of
from catalog.partner.strategy import Default
from storefront.accounts.models import User

from .models import Basket, Line
from .selectors import is_sellable, only_left, pieces_in


class BasketRefused(Exception):  # noqa: N818  a refusal that callers show
    """It cannot go into the basket like this; the message says why."""


@transaction.atomic
def basket_add(*, basket: Basket, product: Product, quantity: int) -> Line:
    """Put pieces in, on top of what is there. Raises `BasketRefused`; liquor, services and live goods always do.

    A basket that was ordered meanwhile becomes a new one: `basket` is then another row.
    """
    if not is_sellable(product):
        raise BasketRefused(_("This product cannot be put into the basket. Ask the producer directly."))
    record = stock_record_of(product)
    if record is None or record.price is None:
        raise BasketRefused(_("This product is not sold here at the moment."))
    if not _hold(basket):
        _begin_anew(basket)
    kept = Line.objects.filter(basket=basket, stockrecord=record).first() if basket.pk else None
    _check(record, quantity, quantity + (kept.quantity if kept else 0))
    _check_room(basket, quantity)
    _save_new(basket)
    basket.strategy = Default()
    line, _created = basket.add_product(product, quantity)
    return line  # type: ignore[no-any-return]


@transaction.atomic
def basket_line_set(*, basket: Basket, line_id: int, quantity: int) -> None:
    """Set the pieces of a line; 0 takes it out. Raises `BasketRefused`, and `Line.DoesNotExist` for another's line."""
    if not _hold(basket):
        raise BasketRefused(_("This basket is closed. Put the products into a new one."))
    line = Line.objects.select_related("stockrecord", "product__parent").get(basket=basket, pk=line_id)
    if quantity < 1:
        basket_line_remove(basket=basket, line_id=line_id)
        return
    _check(line.stockrecord, quantity, quantity)
    _check_room(basket, quantity - line.quantity)
    line.quantity = quantity
    line.save(update_fields=["quantity", "date_updated"])
    basket.reset_offer_applications()


@transaction.atomic
def basket_line_remove(*, basket: Basket, line_id: int) -> None:
    """Take a line out; one that is gone already stays gone."""
    if _hold(basket):
        Line.objects.filter(basket=basket, pk=line_id).delete()
        basket.reset_offer_applications()


@transaction.atomic
def basket_hand_over(*, owner: User, cookie_basket: Basket) -> Basket:
    """Who signs in keeps what was put in before: the cookie's basket becomes theirs or is poured into theirs.

    Of a product that is in both, the larger number stays. Of two sign-ins at once the second finds what the first did.
    """
    guest: Basket | None = Basket.open.select_for_update().filter(pk=cookie_basket.pk, owner=None).first()
    if guest is not None and _claim(guest, owner):
        return guest
    theirs = Basket.open.select_for_update().filter(owner=owner).order_by("pk")
    own: Basket = theirs.first() or Basket(owner=owner)
    if guest is not None and own.pk is not None:
        own.merge(guest, add_quantities=False)
    return own


@transaction.atomic
def baskets_forget(*, created_before: datetime, most: int) -> int:
    """Delete the oldest guests' baskets that nobody ordered; tells how many, `most` at a time."""
    stale = Basket.open.select_for_update().filter(owner=None, date_created__lt=created_before).order_by("pk")[:most]
    ids = [basket.pk for basket in stale]
    Basket.objects.filter(pk__in=ids).delete()
    return len(ids)


def _claim(guest: Basket, owner: User) -> bool:
    """Make it the owner's open basket; False if there is one already, which the database alone knows for sure."""
    if Basket.open.filter(owner=owner).exists():
        return False
    try:
        with transaction.atomic():
            guest.owner = owner
            guest.save(update_fields=["owner"])
    except IntegrityError:
        guest.owner = None
        return False
    return True


def _hold(basket: Basket) -> bool:
    """Lock the row until the end of the transaction; False if it is closed or there is none yet.

    Without the lock a line that is added while the order is being placed would vanish with the basket.
    """
    return basket.pk is not None and Basket.open.select_for_update().filter(pk=basket.pk).first() is not None


def _begin_anew(basket: Basket) -> None:
    basket.pk, basket.status, basket.date_submitted = None, Basket.OPEN, None
    basket._lines, basket._state.adding = None, True


def _save_new(basket: Basket) -> None:
    """Give it a row. Of two first requests of one owner the second takes what the first has made."""
    if basket.pk is not None:
        return
    try:
        with transaction.atomic():
            basket.save()
    except IntegrityError:
        existing = Basket.open.select_for_update().get(owner=basket.owner)
        basket.pk, basket.date_created = existing.pk, existing.date_created
        basket._state.adding = False


def _check(record: StockRecord, asked: int, together: int) -> None:
    if asked < 1:
        raise BasketRefused(_("Enter a number from 1 on."))
    left = max(record.net_stock_level, 0)
    if left < 1:
        raise BasketRefused(_("Sold out."))
    if together > left:
        raise BasketRefused(only_left(record.product, left))


def _check_room(basket: Basket, more: int) -> None:
    most = settings.OSCAR_MAX_BASKET_QUANTITY_THRESHOLD
    if pieces_in(basket) + more > most:
        raise BasketRefused(
            _("An order holds at most {count} pieces. For more, write to the producer.").format(count=most)
        )
