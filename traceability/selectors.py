"""What a stamp says about the thing in somebody's hand, and what it does not say."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from catalog.certification.selectors import StarClaim, star_of
from catalog.clock import today
from catalog.models import Product
from catalog.partner.selectors import stock_record_of
from catalog.producers.models import Producer
from catalog.vietnamese import normalize

from . import stamp_code
from .models import Batch, Stamp

_MOST_SHOWN = 40  # letters of what is no code that are given back


class Verdict(StrEnum):
    """What a person in a shop is told. The texts belong to the page."""

    GENUINE = "genuine"
    NOT_ACTIVE = "not_active"
    VOID = "void"
    EXPIRED = "expired"
    MISTYPED = "mistyped"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_GTIN = "unknown_gtin"


@dataclass(frozen=True, slots=True)
class StampVerdict:
    """The answer to one code on one day. Product, batch and producer are those of the records, None if there are none.

    `product` is the product with texts and pictures; `sold` is what the batch holds, itself or one of its pack sizes.
    `price` is whole đồng of what can be bought again now, None for liquor and for everything that is not on sale.
    """

    verdict: Verdict
    code: str
    gtin: str = ""
    stamp: Stamp | None = None
    product: Product | None = None
    sold: Product | None = None
    batch: Batch | None = None
    producer: Producer | None = None
    claim: StarClaim | None = None
    price: int | None = None

    @property
    def is_on_record(self) -> bool:
        """Whether the system issued this code for this product: the page answers 200, otherwise 404."""
        return self.stamp is not None

    @property
    def printed_code(self) -> str:
        """In groups of four as on the stamp; what can be no code stays as it was typed."""
        is_whole = len(self.code) == stamp_code.LENGTH and stamp_code.clean(self.code) == self.code
        return stamp_code.group(self.code) if is_whole else self.code


def stamp_verdict(*, code: str, gtin: str | None = None, on: date | None = None) -> StampVerdict:
    """The verdict on a typed or scanned code, behind a GTIN or alone. Any text is an answerable question.

    A genuine code behind another product's GTIN is an unknown one: somebody put it there.
    """
    day = on or today()
    typed = normalize(code)[:_MOST_SHOWN]
    if gtin is not None and not gtin_exists(gtin):
        return StampVerdict(Verdict.UNKNOWN_GTIN, typed, gtin[:14])
    try:
        parsed = stamp_code.parse(code)
    except stamp_code.StampCodeError:
        return StampVerdict(Verdict.MISTYPED, typed, gtin or "")
    stamp = _stamps().filter(code=parsed).first()
    if stamp is None or (gtin is not None and stamp.batch.product.upc != gtin):
        return StampVerdict(Verdict.UNKNOWN_CODE, parsed, gtin or "")
    return _of_record(stamp, day)


def _stamps() -> QuerySet[Stamp]:
    """Everything the answer shows, in one query and the prefetched pictures."""
    return Stamp.objects.select_related(
        "batch__product__producer__commune__parent",
        "batch__product__producer__photo",
        "batch__product__parent__producer__commune__parent",
        "batch__product__parent__producer__photo",
    ).prefetch_related(
        "batch__product__images__photo__renditions",
        "batch__product__parent__images__photo__renditions",
        "batch__product__producer__photo__renditions",
        "batch__product__parent__producer__photo__renditions",
        "batch__product__stockrecords",
    )


def _of_record(stamp: Stamp, day: date) -> StampVerdict:
    sold = stamp.batch.product
    product = sold.parent if sold.is_child else sold
    return StampVerdict(
        verdict=_judged(stamp, day),
        code=stamp.code,
        gtin=sold.upc or "",
        stamp=stamp,
        product=product,
        sold=sold,
        batch=stamp.batch,
        producer=product.producer,
        claim=star_of(product, day),
        price=_price(product, sold),
    )


def _price(product: Product, sold: Product) -> int | None:
    record = stock_record_of(sold)
    is_on_sale = product.is_public and sold.is_public and product.is_parcel and not product.is_alcohol
    if record is None or record.price is None or not is_on_sale or record.net_stock_level <= 0:
        return None
    return int(record.price)


def _judged(stamp: Stamp, day: date) -> Verdict:
    """A void stamp is void whatever else; then a stamp not yet active; then the batch's date."""
    if stamp.status == Stamp.Status.VOID:
        return Verdict.VOID
    if stamp.status == Stamp.Status.ISSUED:
        return Verdict.NOT_ACTIVE
    if stamp.batch.expires_on and stamp.batch.expires_on < day:
        return Verdict.EXPIRED
    return Verdict.GENUINE


def product_of_gtin(gtin: str) -> Product | None:
    """The product, or the pack size, that carries this GTIN."""
    product: Product | None = Product.objects.filter(upc=gtin).select_related("parent").first()
    return product


def gtin_exists(gtin: str) -> bool:
    return gtin.isascii() and gtin.isdigit() and len(gtin) == 14 and Product.objects.filter(upc=gtin).exists()


def sample_stamp_of(product: Product, size_id: int | None = None, on: date | None = None) -> Stamp | None:
    """An active stamp of the newest batch that is not expired, or None.

    Of a product with pack sizes it is one of the size `size_id`, without it of any.
    """
    day = on or today()
    any_size = Q(batch__product=product) | Q(batch__product__parent=product)
    return (
        Stamp.objects.filter(
            Q(batch__product=size_id) if size_id else any_size,
            Q(batch__expires_on=None) | Q(batch__expires_on__gte=day),
            status=Stamp.Status.ACTIVE,
        )
        .select_related("batch__product")
        .order_by("-batch__produced_on", "batch_id", "number")
        .first()
    )
