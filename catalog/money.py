"""How amounts and measures read: whole đồng with dots, net content, price per kilogram or liter."""

from decimal import Decimal

from catalog.languages import is_english
from catalog.models import Product

NBSP = "\u00a0"


def dong(amount: int | Decimal) -> str:
    """`120000` → "120.000 ₫" with a no-break space, in both languages."""
    return f"{int(amount):,}".replace(",", ".") + f"{NBSP}₫"


def _quantity(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text if is_english() else text.replace(".", ",")


def _unit(unit: str) -> str:
    return {"l": "liter" if is_english() else "lít"}.get(unit, unit)


def net_content(product: Product) -> str:
    """ "500 ml", "1 kg", "6 chiếc": what one pack holds; for pieces the kind of pack counts."""
    if not product.net_content:
        return ""
    if product.net_unit == "piece":
        pack = (product.pack_en if is_english() else product.pack) or ("piece" if is_english() else "chiếc")
        return f"{_quantity(product.net_content)}{NBSP}{pack}"
    return f"{_quantity(product.net_content)}{NBSP}{_unit(product.net_unit)}"


def unit_price(product: Product, price: int) -> str:
    """ "170.000 ₫/lít" for goods by weight or volume; empty for pieces and for packs of exactly one unit."""
    found = product.unit_price(price)
    return f"{dong(found[0])}/{_unit(found[1])}" if found else ""
