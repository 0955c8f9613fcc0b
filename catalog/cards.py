"""Product cards: the flat values that `components/product_card.html` shows, for many products in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.certification.selectors import StarClaim, stars_of
from catalog.clock import today
from catalog.languages import is_english, localized, text_language
from catalog.models import Product
from catalog.money import net_content, unit_price
from catalog.photos.models import Photo
from catalog.places.models import AdminUnit


@dataclass(frozen=True, slots=True)
class ProductCard:
    """One card. `price` is whole đồng, None for what is not sold here; `returns_in` is empty unless out of season."""

    pk: int
    slug: str
    url: str
    title: str
    title_lang: str
    place: str
    producer: str
    producer_slug: str
    photo: Photo | None
    price: int | None
    unit_price: str
    pack: str
    in_stock: bool
    is_bookable: bool
    returns_in: str
    claim: StarClaim | None
    group_slug: str
    is_sample: bool


def product_cards(products: Iterable[Product], on: date | None = None) -> list[ProductCard]:
    """Cards in the order given. Give `Product.objects.shown().for_cards()`: with it the number of queries is fixed."""
    day = on or today()
    loaded = list(products)
    claims = stars_of(loaded, day)
    return [_card(product, claims.get(product.pk), day) for product in loaded]


def _card(product: Product, claim: StarClaim | None, day: date) -> ProductCard:
    producer = product.producer
    price = int(product.shown_price) if getattr(product, "shown_price", None) is not None else None
    in_stock = product.is_parcel and (product.net_stock or 0) > 0
    images = list(product.images.all())
    return ProductCard(
        pk=product.pk,
        slug=product.slug,
        url=product.get_absolute_url(),
        title=localized(product, "title"),
        title_lang=text_language(product, "title"),
        place=short_place(producer.commune) if producer else "",
        producer=producer.short_name if producer else "",
        producer_slug=producer.slug if producer else "",
        photo=images[0].photo if images else None,
        price=price,
        unit_price=unit_price(product, price) if price is not None else "",
        pack=net_content(product),
        in_stock=in_stock,
        is_bookable=not product.is_parcel,
        returns_in="" if in_stock else season_returns(product.season, day),
        claim=claim,
        group_slug=product.criteria_set.group.slug if product.criteria_set else "",
        is_sample=product.is_sample,
    )


def short_place(commune: AdminUnit) -> str:
    """ "Tân Cương, Thái Nguyên": commune and province without their kinds. The parent must be loaded."""
    name = commune.full_name if commune.name[:1].isdigit() else commune.name  # "Phường 3 Bảo Lộc" is not "3 Bảo Lộc"
    return f"{name}, {commune.parent.name}" if commune.parent else name


def season_returns(season: str, day: date) -> str:
    """Month in which a seasonal product is sold again, such as "tháng 6/2027"; empty in season or all year."""
    if "0" not in season or season[day.month - 1] != "0":
        return ""
    for ahead in range(1, 13):
        year, month = divmod(day.month - 1 + ahead, 12)
        if season[month] != "0":
            return _month(month + 1, day.year + year)
    return ""


def _month(month: int, year: int) -> str:
    if is_english():
        return date_format(date(year, month, 1), "F Y")
    return _("month {month}/{year}").format(month=month, year=year)
