"""Putting things into a basket and taking them out. A refusal is a sentence for the buyer and changes nothing."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.models import Product
from catalog.partner.models import StockRecord
from catalog.partner.strategy import Default
from storefront.accounts.models import User

from .models import Basket, Line
from .selectors import is_sellable, only_left, pieces_in


class BasketRefused(Exception):  # noqa: N818  a refusal that callers show
    """It cannot go into the basket like this; the message says why."""


@transaction.atomic
def basket_add(*, basket: Basket, product: Product, quantity: int) -> Line:
    """Put pieces in, on top of what is there. Raises `BasketRefused`; liquor, services and live goods always do."""
    if not is_sellable(product):
        raise BasketRefused(_("This product cannot be put into the basket. Ask the producer directly."))
    record = StockRecord.objects.filter(product=product, price__isnull=False).order_by("pk").first()
    if record is None:
        raise BasketRefused(_("This product is not sold here at the moment."))
    kept = Line.objects.filter(basket=basket, stockrecord=record).first() if basket.pk else None
    _check(record, quantity, quantity + (kept.quantity if kept else 0))
    _check_room(basket, quantity)
    basket = _saved(basket)
    basket.strategy = Default()
    line, _created = basket.add_product(product, quantity)
    return line  # type: ignore[no-any-return]


@transaction.atomic
def basket_line_set(*, basket: Basket, line_id: int, quantity: int) -> None:
    """Set the pieces of a line; 0 takes it out. Raises `BasketRefused`, and `Line.DoesNotExist` for another's line."""
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
    if basket.can_be_edited:
        Line.objects.filter(basket=basket, pk=line_id).delete()
        basket.reset_offer_applications()


@transaction.atomic
def basket_hand_over(*, owner: User, cookie_basket: Basket) -> Basket:
    """Who signs in keeps what was put in before: the cookie's basket becomes theirs or is poured into theirs.

    Of a product that is in both, the larger number stays.
    """
    own: Basket | None = Basket.open.filter(owner=owner).order_by("pk").first()
    if own is None:
        cookie_basket.owner = owner
        cookie_basket.save()
        return cookie_basket
    own.merge(cookie_basket, add_quantities=False)
    return own


def _saved(basket: Basket) -> Basket:
    """The basket as a row. Of two first requests of one owner the second takes what the first has made."""
    if basket.pk is None:
        try:
            with transaction.atomic():
                basket.save()
        except IntegrityError:
            existing = Basket.open.get(owner=basket.owner)
            basket.pk, basket.date_created = existing.pk, existing.date_created
            basket._state.adding = False
    return basket


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
