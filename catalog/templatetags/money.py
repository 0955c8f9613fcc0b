"""Amounts and measures as the site prints them."""

from decimal import Decimal

from django import template

from catalog import money
from catalog.models import Product

register = template.Library()


@register.filter
def dong(amount: int | Decimal | None) -> str:
    """`{{ 120000|dong }}` → "120.000 ₫"; nothing for None."""
    return "" if amount is None or amount == "" else money.dong(amount)


@register.filter
def grouped(number: int) -> str:
    """`{{ 48000|grouped }}` → "48.000", in both languages as with money."""
    return money.grouped(number)


@register.filter
def unit_price(product: Product, price: int | None) -> str:
    """`{{ product|unit_price:price }}` → "170.000 ₫/lít"; nothing for pieces."""
    return "" if price is None else money.unit_price(product, int(price))


@register.filter
def net_content(product: Product) -> str:
    """ "500 ml": what one pack holds."""
    return money.net_content(product)
