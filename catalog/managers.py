"""Querysets of products: what may be seen where, and with everything a card needs in a fixed number of queries."""

from django.db.models import F, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from oscar.apps.catalogue.managers import ProductQuerySet as OscarProductQuerySet


def title_matches(folded_words: str) -> Q:
    """Each folded word occurs in the title, in either language."""
    condition = Q()
    for word in folded_words.split():
        condition &= Q(folded__contains=word)
    return condition


class ProductQuerySet(OscarProductQuerySet):
    """Oscar's queryset plus our verbs."""

    def sellable_pages(self) -> "ProductQuerySet":
        """Products that have a page: public, and not a mere pack size. Liquor included."""
        return self.filter(is_public=True).exclude(structure="child")

    def shown(self) -> "ProductQuerySet":
        """What every shared list, search, feed, card and API answer is made from: never liquor (Law 44/2019/QH14)."""
        return self.sellable_pages().filter(is_alcohol=False)

    def liquor(self) -> "ProductQuerySet":
        """Only for the pages behind the age question."""
        return self.sellable_pages().filter(is_alcohol=True)

    def with_offer(self) -> "ProductQuerySet":
        """Annotates `shown_price` (đồng) and `net_stock` (pieces over all packs, None when not counted).

        The price is that of the default size, the one whose net content is the product's own; else of the cheapest.
        Sold from is the first record, as in `partner.selectors.stock_record_of`.

        Sub-queries and no joins: a GROUP BY over every text column of 20,000 products would take a second on SQLite.
        """
        records = self.model._meta.get_field("stockrecords").related_model._default_manager.order_by()
        free = F("num_in_stock") - Coalesce(F("num_allocated"), 0)
        own = records.filter(product=OuterRef("pk")).order_by("pk")
        packs = records.filter(product__parent=OuterRef("pk"), product__is_public=True)
        default = packs.filter(
            product__net_content=OuterRef("net_content"), product__net_unit=OuterRef("net_unit")
        ).values("price")
        grouped = packs.values("product__parent").annotate(lowest=Min("price"), free=Sum(free))
        return self.annotate(
            shown_price=Coalesce(
                Subquery(own.values("price")[:1]), Subquery(default[:1]), Subquery(grouped.values("lowest"))
            ),
            net_stock=Coalesce(Subquery(own.annotate(free=free).values("free")[:1]), Subquery(grouped.values("free"))),
        )

    def for_rows(self) -> "ProductQuerySet":
        """Price, stock, maker, place and group, in one query; long texts stay behind."""
        return (
            self.with_offer()
            .defer("description", "description_en")
            .select_related("producer__commune__parent", "criteria_set__group")
        )

    def for_cards(self) -> "ProductQuerySet":
        """Everything a product card shows, in four queries, whatever the number of cards."""
        return self.for_rows().prefetch_related("images__photo__renditions")
