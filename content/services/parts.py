"""What the services of several page types share: links to goods and makers, texts in one of two languages."""

from collections.abc import Sequence
from typing import TypeVar

from wagtail.models import Page

from content import models
from content.streams import in_language, producer_pks, product_pks

P = TypeVar("P", bound=Page)


def link(page: P, products: Sequence[str], producers: Sequence[str] = ()) -> P:
    """Products and producers by slug, in that order; unknown slugs and liquor are left out."""
    product_ids, producer_ids = product_pks(products), producer_pks(producers)
    page.page_products = [
        models.PageProduct(product_id=product_ids[slug], sort_order=position)
        for position, slug in enumerate(products)
        if slug in product_ids
    ]
    page.page_producers = [
        models.PageProducer(producer_id=producer_ids[slug], sort_order=position)
        for position, slug in enumerate(producers)
        if slug in producer_ids
    ]
    return page


def texts_of(entry: object, names: Sequence[str], english: bool) -> dict[str, str]:
    """The named texts of an entry, in English where asked for and where there is one."""
    values = {name: getattr(entry, name, "") for name in [*names, *(f"{name}_en" for name in names)]}
    return {name: in_language(values, name, english) or "" for name in names}
