"""The beginnings of addresses that several places know by heart are those of the addresses themselves."""

from django.urls import reverse
from django.utils.translation import override

from catalog import prefixes


def test_prefixes_are_where_the_views_are() -> None:
    known = {
        "storefront:basket": prefixes.BASKET,
        "storefront:checkout": prefixes.CHECKOUT,
        "storefront:order_lookup": prefixes.ORDERS,
        "search:search": prefixes.SEARCH,
        "catalog:alcohol_list": prefixes.LIQUOR,
    }
    for name, addresses in known.items():
        for language, address in zip(("vi", "en"), addresses, strict=True):
            with override(language):
                assert reverse(name) == address
