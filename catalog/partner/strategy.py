"""Which stock record, price and availability a buyer sees: the first one, prices with VAT, stock that is counted."""

from django.http import HttpRequest
from oscar.apps.partner import strategy


class Selector(strategy.Selector):
    """The same for everybody, so that nothing needs to know the visitor (and no page varies by cookie)."""

    def strategy(self, request: HttpRequest | None = None, user: object = None, **kwargs: object) -> "Default":
        return Default()


class Default(strategy.UseFirstStockRecord, strategy.StockRequired, strategy.NoTax, strategy.Structured):
    """Prices are shown and charged with VAT inside, so there is no tax to add."""
