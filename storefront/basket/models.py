"""Our basket: one open basket an owner, discounts in whole đồng, everything its page needs in few queries."""

from decimal import ROUND_FLOOR, Decimal
from typing import Any, ClassVar

from django.db import models
from oscar.apps.basket.abstract_models import AbstractBasket, AbstractLine


class Basket(AbstractBasket):
    """The database itself holds that an owner has one open basket: six first requests once made six of them."""

    class Meta(AbstractBasket.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner"],
                condition=models.Q(status="Open", owner__isnull=False),
                name="basket_one_open_an_owner",
            )
        ]

    _lines: Any

    def all_lines(self) -> Any:
        """The lines in the order they were added, with product, seller, place and pictures."""
        if self.pk is None:
            return Line.objects.none()
        if self._lines is None:
            self._lines = (
                self.lines.select_related(
                    "product__parent__producer__commune__parent",
                    "product__producer__commune__parent",
                    "product__product_class",
                    "product__parent__product_class",
                    "stockrecord__partner__commune__parent",
                )
                .prefetch_related(
                    "attributes",
                    "product__images__photo__renditions",
                    "product__parent__images__photo__renditions",
                    "product__stockrecords",
                )
                .order_by("pk")
            )
        return self._lines


class Line(AbstractLine):
    """`price_incl_tax` is the price when the product was put in: the page says when it has changed since."""

    class Meta(AbstractLine.Meta):
        pass

    def discount(
        self, discount_value: Decimal, affected_quantity: int, incl_tax: bool = True, offer: Any = None
    ) -> None:
        """Oscar's percentages leave fractions of a đồng; a line is discounted by whole đồng, rounded down."""
        whole = Decimal(discount_value).quantize(Decimal(1), rounding=ROUND_FLOOR)
        super().discount(whole, affected_quantity, incl_tax, offer)

    def quantity_without_offer_discount(self, offer: Any) -> int:
        """What is sold out is not charged, so it earns no discount either."""
        if self.stockrecord.net_stock_level < 1:
            return 0
        return int(super().quantity_without_offer_discount(offer))


from oscar.apps.basket.models import *  # noqa: E402, F403
