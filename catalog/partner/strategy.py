"""Which stock record, price and availability a buyer sees: the first one, prices with VAT, stock that is counted."""

from typing import Any

from django.http import HttpRequest
from oscar.apps.partner import strategy

from catalog.partner.models import StockRecord
from catalog.partner.selectors import stock_record_of


class Selector(strategy.Selector):
    """The same for everybody, so that nothing needs to know the visitor (and no page varies by cookie)."""

    def strategy(self, request: HttpRequest | None = None, user: object = None, **kwargs: object) -> "Default":
        return Default()


class Default(strategy.StockRequired, strategy.NoTax, strategy.Structured):
    """Prices are shown and charged with VAT inside, so there is no tax to add."""

    def select_stockrecord(self, product: Any) -> StockRecord | None:
        return stock_record_of(product)
