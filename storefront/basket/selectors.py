"""What is in a basket, as its page and the checkout show it: parcels by partner, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.apps.offer.applicator import Applicator

from catalog.cards import season_returns
from catalog.certification.selectors import StarClaim, stars_of
from catalog.clock import day_of, today
from catalog.languages import is_english, localized, text_language
from catalog.models import Product
from catalog.money import net_content
from catalog.partner.models import Partner
from catalog.partner.strategy import Default
from catalog.photos.models import Photo
from storefront.shipping import rates
from storefront.shipping.calendar import Days, dispatch

from .models import Basket, Line


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line. Amounts are whole đồng; `total` is after discounts. What is sold out is shown and not charged."""

    pk: int
    stockrecord_id: int
    product: Product
    title: str
    title_lang: str
    url: str
    photo: Photo | None
    pack: str
    pack_word: str
    price: int
    old_price: int | None
    added_on: date
    quantity: int
    total: int
    stock: int
    returns_in: str
    claim: StarClaim | None

    @property
    def key(self) -> str:
        """For ids in the page."""
        return str(self.pk)

    @property
    def is_sold_out(self) -> bool:
        return self.stock < 1

    @property
    def is_short(self) -> bool:
        """Fewer are left than were put in: to be corrected before ordering."""
        return 0 < self.stock < self.quantity

    @property
    def warning(self) -> str:
        """ "Chỉ còn 3 hộp." for a line that is short, otherwise nothing."""
        return only_left(self.product, self.stock) if self.is_short else ""

    @property
    def name(self) -> str:
        """ "Trà đinh Hảo Đạt, 100 g"."""
        return f"{self.title}, {self.pack}" if self.pack else self.title


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one partner packs and ships."""

    number: int
    partner: Partner
    name: str
    ships_from: str
    leaves: Days
    lines: tuple[BasketLine, ...]

    @property
    def goods(self) -> int:
        return sum(line.total for line in self.lines)

    @property
    def weight_g(self) -> int:
        return sum(_weight(line.product) * line.quantity for line in self.lines)

    @property
    def shipping_classes(self) -> frozenset[str]:
        return frozenset(shown_product(line.product).shipping_class for line in self.lines)


@dataclass(frozen=True, slots=True)
class BasketContents:
    """All of it. `left_out` is what nobody can buy today."""

    parcels: tuple[Parcel, ...]
    left_out: tuple[BasketLine, ...]

    @property
    def lines(self) -> tuple[BasketLine, ...]:
        return tuple(line for parcel in self.parcels for line in parcel.lines)

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def goods(self) -> int:
        return sum(parcel.goods for parcel in self.parcels)

    @property
    def discount(self) -> int:
        """What offers take off, already inside `goods`."""
        return sum(line.price * line.quantity - line.total for line in self.lines)

    @property
    def changed_prices(self) -> tuple[BasketLine, ...]:
        return tuple(line for line in self.lines if line.old_price is not None)

    @property
    def is_empty(self) -> bool:
        return not self.parcels and not self.left_out

    @property
    def can_be_ordered(self) -> bool:
        return bool(self.parcels) and not any(line.is_short for line in self.lines)


def shown_product(product: Product) -> Product:
    """The product with the texts: the parent of a pack size, otherwise itself."""
    parent: Product | None = product.parent
    return parent if product.is_child and parent is not None else product


def pieces_in(basket: Basket) -> int:
    """The number on the header's badge."""
    if basket.pk is None or basket.status != Basket.OPEN:
        return 0
    return Line.objects.filter(basket=basket).aggregate(pieces=Sum("quantity"))["pieces"] or 0


def basket_with_offers(basket: Basket) -> Basket:
    """The same basket with prices of now and the offers of the site applied. Needed wherever lines were reloaded."""
    basket.strategy = Default()
    basket.reset_offer_applications()
    if basket.pk is not None:
        Applicator().apply(basket, AnonymousUser(), None)
    return basket


def basket_contents(basket: Basket, on: date | None = None) -> BasketContents:
    """The contents on a day; give a basket whose offers are applied (the middleware's is)."""
    day = on or today()
    rows = list(basket.all_lines())
    claims = stars_of([row.product for row in rows], day)
    by_partner: dict[int, list[tuple[Line, BasketLine]]] = {}
    left_out = []
    for row in rows:
        line = _line(row, claims.get(shown_product(row.product).pk), day)
        if line.is_sold_out:
            left_out.append(line)
        else:
            by_partner.setdefault(row.stockrecord.partner_id, []).append((row, line))
    parcels = (_parcel(number, pairs, day) for number, pairs in enumerate(by_partner.values(), start=1))
    return BasketContents(tuple(parcels), tuple(left_out))


def _parcel(number: int, pairs: Iterable[tuple[Line, BasketLine]], day: date) -> Parcel:
    rows, lines = zip(*pairs, strict=True)
    partner = rows[0].stockrecord.partner
    province = partner.commune.parent if partner.commune else None
    leaves = dispatch(day, partner.dispatch_days_min, partner.dispatch_days_max)
    return Parcel(number, partner, partner.name, province.name if province else "", leaves, tuple(lines))


def _line(row: Line, claim: StarClaim | None, day: date) -> BasketLine:
    product, shown = row.product, shown_product(row.product)
    price = int(row.stockrecord.price or 0)
    stock = max(row.stockrecord.net_stock_level, 0) if is_sellable(product) else 0
    then = int(row.price_incl_tax) if row.price_incl_tax is not None else price
    images = list(product.images.all()) or list(shown.images.all())
    return BasketLine(
        pk=row.pk,
        stockrecord_id=row.stockrecord_id,
        product=product,
        title=localized(shown, "title"),
        title_lang=text_language(shown, "title"),
        url=product.get_absolute_url(),
        photo=images[0].photo if images else None,
        pack=net_content(product),
        pack_word=pack_word(product),
        price=price,
        old_price=then if then != price else None,
        added_on=day_of(row.date_created),
        quantity=row.quantity,
        total=int(row.line_price_incl_tax_incl_discounts or 0) if stock else 0,
        stock=stock,
        returns_in=season_returns(shown.season, day) if not stock else "",
        claim=claim,
    )


def is_sellable(product: Product) -> bool:
    """Whether it may be in a basket at all: public, sent as a parcel, no liquor (Law 44/2019/QH14: no cash sale)."""
    shown = shown_product(product)
    is_public = product.is_public and shown.is_public
    is_liquor = product.is_alcohol or shown.is_alcohol
    return bool(is_public and product.is_parcel and not is_liquor and not product.is_parent)


def pack_word(product: Product) -> str:
    """ "hộp", "chai": how one piece is called; empty if nobody said."""
    for candidate in (product, shown_product(product)):
        word = candidate.pack_en if is_english() else candidate.pack
        if word:
            return str(word)
    return ""


def only_left(product: Product, left: int) -> str:
    """ "Chỉ còn 3 hộp."; without the word in English, where packs have no plural."""
    if is_english():
        return _("Only {count} left.").format(count=left)
    word = pack_word(product) or ngettext("piece", "pieces", left)
    return _("Only {count} {pack} left.").format(count=left, pack=word)


def lowest_shipping(contents: BasketContents, on: date | None = None) -> int:
    """The fees if everything stays in its province: what the basket can promise before it knows the place."""
    day = on or today()
    return sum(
        rates.fee(rates.SAME_PROVINCE, parcel.weight_g, parcel.shipping_classes, day) for parcel in contents.parcels
    )


def _weight(product: Product) -> int:
    return int(product.ship_weight_g or shown_product(product).ship_weight_g)
