"""Everything the product page shows, gathered in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from catalog.cards import ProductCard, product_cards, season_returns, short_place
from catalog.certification.models import Certificate
from catalog.certification.selectors import StarClaim, certificate_history
from catalog.clock import today
from catalog.languages import is_english, localized, text_language
from catalog.models import Product, ShippingClass
from catalog.money import net_content, unit_price
from catalog.partner.models import Partner, StockRecord
from catalog.partner.selectors import stock_record_of
from catalog.photos.models import Photo

SIMILAR = 4


@dataclass(frozen=True, slots=True)
class PackOffer:
    """One size that can be chosen: its price in đồng, how many are left, and what the basket is sent."""

    product_id: int
    slug: str
    label: str
    price: int
    unit_price: str
    stock: int
    is_selected: bool


@dataclass(frozen=True, slots=True)
class LabelFact:
    """One line of the label: `key` names it for the template, `lang` marks Vietnamese text on an English page."""

    key: str
    text: str
    lang: str


def find_product(products: QuerySet[Product], slug: str) -> Product | None:
    """The product with all that its page needs, or None."""
    packs = Product.objects.filter(is_public=True).prefetch_related("stockrecords").order_by("pk")
    product: Product | None = (
        products.with_offer()  # type: ignore[attr-defined]
        .filter(slug=slug)
        .select_related("producer__commune__parent", "producer__photo", "criteria_set__group")
        .prefetch_related(
            "images__photo__renditions",
            "producer__photo__renditions",
            "categories",
            Prefetch("stockrecords", queryset=StockRecord.objects.select_related("partner__commune__parent")),
            Prefetch("children", queryset=packs),
        )
        .first()
    )
    return product


def context(product: Product, size: str) -> dict[str, Any]:
    """Template context; `size` is the slug of the pack size chosen by a link."""
    day = today()
    history = certificate_history(product, day)
    packs = pack_offers(product, size)
    selected = next((pack for pack in packs if pack.is_selected), None)
    return {
        "section": "products",
        "product": product,
        "producer": product.producer,
        "partner": _partner(product),
        "place": short_place(product.producer.commune) if product.producer else "",
        "category": next(iter(product.categories.all()), None),
        "photos": photos(product),
        "claim": history[0] if history else None,
        "history": history[1:],
        "certificate": _certificate(history),
        "packs": packs,
        "offer": selected,
        "returns_in": "" if selected and selected.stock > 0 else season_returns(product.season, day),
        "season": [int(digit) for digit in product.season],
        "month": day.month,
        "label": label_facts(product, _selected(product, selected)),
        "similar": similar(product),
    }


def photos(product: Product) -> list[Photo]:
    return [image.photo for image in product.images.all()]


def _partner(product: Product) -> Partner | None:
    """Who sells it: all sizes of a product have one partner."""
    records = (stock_record_of(item) for item in (product, *product.children.all()))
    return next((record.partner for record in records if record), None)


def _certificate(history: list[StarClaim]) -> Certificate | None:
    if not history:
        return None
    return Certificate.objects.select_related("decision__authority", "revoked_by__authority", "criteria_version").get(
        pk=history[0].certificate_id
    )


def pack_offers(product: Product, size: str = "") -> list[PackOffer]:
    """The sizes on sale, smallest first. Selected is the chosen one, else the default, else the first in stock."""
    sold = sorted(product.children.all(), key=lambda pack: pack.measure) if product.is_parent else [product]
    offers = [offer for item in sold if (offer := _offer(item))]
    chosen = next((offer for offer in offers if offer.slug == size), None)
    chosen = chosen or next((o for o in offers if o.label == net_content(product)), None)
    chosen = (
        chosen if chosen and (chosen.stock or chosen.slug == size) else next((o for o in offers if o.stock), chosen)
    )
    selected = (chosen or offers[0]).product_id if offers else None
    return [_offer_selected(offer, offer.product_id == selected) for offer in offers]


def _offer(item: Product) -> PackOffer | None:
    record = stock_record_of(item)
    if record is None or record.price is None:
        return None
    price = int(record.price)
    return PackOffer(
        item.pk, item.slug, net_content(item), price, unit_price(item, price), max(record.net_stock_level, 0), False
    )


def _offer_selected(offer: PackOffer, is_selected: bool) -> PackOffer:
    return PackOffer(offer.product_id, offer.slug, offer.label, offer.price, offer.unit_price, offer.stock, is_selected)


_LABEL_FIELDS = ("ingredients", "shelf_life", "usage", "storage", "warnings", "origin")


def _selected(product: Product, offer: PackOffer | None) -> Product:
    """The pack size whose net content and barcode the label shows; the product itself if it has no sizes."""
    return next((pack for pack in product.children.all() if offer and pack.pk == offer.product_id), product)


def label_facts(product: Product, pack: Product) -> list[LabelFact]:
    """What the label says, in the order of the law (Decree 43/2017, Annex I); empty lines are left out."""
    facts = [LabelFact(name, localized(product, name), text_language(product, name)) for name in _LABEL_FIELDS]
    content = LabelFact("net_content", net_content(pack), "en" if is_english() else "vi")
    barcode = LabelFact("gtin", pack.upc or "", "")
    return [fact for fact in (facts[0], content, *facts[1:], barcode) if fact.text]


def similar(product: Product) -> list[ProductCard]:
    """Up to four others of the same category or province; never liquor beside other goods."""
    pool = Product.objects.liquor() if product.is_alcohol else Product.objects.shown()
    categories = [category.pk for category in product.categories.all()]
    shelved = Product.categories.through.objects.filter(category__in=categories).values("product")
    same = pool.exclude(pk=product.pk).filter(pk__in=shelved).for_cards()[: SIMILAR * 2]
    cards = product_cards(same)
    if len(cards) < SIMILAR and product.criteria_set and product.shipping_class != ShippingClass.SERVICE:
        known = {product.pk, *(card.pk for card in cards)}
        more = pool.exclude(pk__in=known).filter(criteria_set__group=product.criteria_set.group)
        cards += product_cards(more.for_cards()[: SIMILAR - len(cards)])
    place = product.producer.commune.parent.name if product.producer and product.producer.commune.parent else ""
    return sorted(cards, key=lambda card: (not card.in_stock, not card.place.endswith(place)))[:SIMILAR]
