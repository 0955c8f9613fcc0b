"""Baskets and orders for tests, made by the shop's own services."""

from typing import Any

from catalog.models import Product
from storefront.basket.models import Basket
from storefront.basket.selectors import basket_contents, basket_with_offers
from storefront.basket.services import basket_add
from storefront.order.models import Consignment, Order, ParcelStatus
from storefront.order.progress import consignment_advance
from storefront.order.quotes import quote
from storefront.order.records import Recipient
from storefront.order.services import order_place

from .catalog import CommuneFactory

PHONE = "+84912000000"


def basket_of(*items: tuple[Product, int], owner: Any = None) -> Basket:
    """An open basket with so many pieces of each product."""
    basket = Basket(owner=owner)
    for product, quantity in items:
        basket_add(basket=basket, product=product, quantity=quantity)
    return basket


def recipient(**values: Any) -> Recipient:
    commune = values.pop("commune", None) or CommuneFactory()
    return Recipient(**{"name": "Nguyễn Thị Mẫu", "phone": PHONE, "street": "Thôn Mẫu", "commune": commune, **values})


def seen_for(basket: Basket, to: Recipient) -> str:
    """What the page shows now."""
    return quote(basket_contents(basket_with_offers(Basket.objects.get(pk=basket.pk))), to.commune).seen


def order_of(basket: Basket, to: Recipient | None = None, **values: Any) -> Order:
    """The order that a buyer gets who agrees to what is shown now."""
    to = to or recipient()
    return order_place(
        **{
            "basket": basket,
            "recipient": to,
            "seen": values.pop("seen", None) or seen_for(basket, to),
            "payment_method": "cod",
            "terms_version": "test",
            **values,
        }
    )


def parcel_to(consignment: Consignment, status: str, declared_by: str = "partner", **values: Any) -> None:
    """Take a parcel to a status, every step on the way included; `values` go with the last."""
    consignment.refresh_from_db()
    off_the_way = (ParcelStatus.RETURNING, ParcelStatus.CANCELLED)
    steps = [step.value for step in ParcelStatus if step not in off_the_way]
    before = [] if status in off_the_way else steps[steps.index(consignment.status) + 1 : steps.index(status)]
    for step in before:
        consignment_advance(consignment=consignment, status=step, declared_by=declared_by)
    consignment_advance(consignment=consignment, status=status, declared_by=declared_by, **values)
    consignment.refresh_from_db()
