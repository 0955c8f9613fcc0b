"""How amounts and measures read: whole đồng with dots, net content, price per kilogram or liter."""

import re
from decimal import Decimal

from catalog.languages import is_english
from catalog.models import NetUnit, Product
from catalog.vietnamese import NBSP

_TYPED_DONG = re.compile(r"([0-9]{1,3}(?:[.\s][0-9]{3})+|[0-9]+)\s*(?:₫|đ)?", re.IGNORECASE)


def grouped(number: int | Decimal) -> str:
    """`48000` → "48.000", in both languages; fractions are cut off."""
    return f"{int(number):,}".replace(",", ".")


def dong(amount: int | Decimal) -> str:
    """`120000` → "120.000 ₫" with a no-break space, in both languages."""
    return f"{grouped(amount)}{NBSP}₫"


def parse_dong(typed: str) -> int | None:
    """`" 120.000 ₫"` → `120000`: dots or spaces between thousands only, the sign may stand behind; else None."""
    found = _TYPED_DONG.fullmatch(typed.strip())
    return int(re.sub(r"[.\s]", "", found.group(1))) if found else None


def _quantity(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text if is_english() else text.replace(".", ",")


def _unit(unit: str) -> str:
    return str(NetUnit(unit).label)


def net_content(product: Product) -> str:
    """ "500 ml", "1 kg", "6 chiếc": what one pack holds; for pieces the kind of pack counts."""
    if not product.net_content:
        return ""
    if product.net_unit == "piece":
        pack = (product.pack_en if is_english() else product.pack) or _unit(product.net_unit)
        return f"{_quantity(product.net_content)}{NBSP}{pack}"
    return f"{_quantity(product.net_content)}{NBSP}{_unit(product.net_unit)}"


def unit_price(product: Product, price: int) -> str:
    """ "170.000 ₫/lít" for goods by weight or volume; empty for pieces and for packs of exactly one unit."""
    found = product.unit_price(price)
    return f"{dong(found[0])}/{_unit(found[1])}" if found else ""
