"""How producers, products, prices and stock come to be and change. Screens, imports and the seed all call these.

Each is one transaction, validates the whole entity before it writes (`ValidationError` names the field), and sends
`stock_changed` or Django's own save signals for search and page caches.
"""

from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from oscar.apps.catalogue.models import ProductClass

from catalog.models import Category, Product, ProductImage, ShippingClass
from catalog.partner.models import Partner, StockRecord
from catalog.partner.selectors import stock_record_of
from catalog.photos.models import Photo
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from catalog.vietnamese import normalize

from .signals import stock_changed, tell

MAX_PRICE = 999_999_999  # đồng; a tenth of what the column holds, so that sums of an order fit
MAX_STOCK = 1_000_000

M = TypeVar("M", bound=models.Model)


def _tidy(text: str, *, has_lines: bool) -> str:
    if not has_lines:
        return normalize(text)
    return "\n".join(normalize(line) for line in text.splitlines()).strip()


def _apply(instance: M, values: dict[str, Any]) -> M:
    """Set the values, text in NFC and only long text with lines, and validate the whole row."""
    long_texts = {field.name for field in instance._meta.fields if isinstance(field, models.TextField)}
    for name, value in values.items():
        setattr(instance, name, _tidy(value, has_lines=name in long_texts) if isinstance(value, str) else value)
    instance.full_clean()
    instance.save()
    return instance


@transaction.atomic
def producer_create(**values: Any) -> Producer:
    """Create a producer and the partner that sells for it. Keywords are the model's fields."""
    producer = _apply(Producer(), values)
    partner_ensure(producer=producer)
    return producer


@transaction.atomic
def producer_update(*, producer: Producer, **values: Any) -> Producer:
    """Change a producer; its partner keeps the same name."""
    _apply(producer, values)
    partner_ensure(producer=producer)
    return producer


@transaction.atomic
def partner_ensure(*, producer: Producer, dispatch_days: tuple[int, int] | None = None) -> Partner:
    """The partner through which a producer sells its own goods, created at need. `dispatch_days` are working days."""
    partner = Partner.objects.filter(producer=producer).order_by("pk").first() or Partner(
        producer=producer, code=producer.slug
    )
    partner.name = producer.short_name
    partner.commune = producer.commune
    if dispatch_days:
        partner.dispatch_days_min, partner.dispatch_days_max = dispatch_days
    partner.save()
    return partner


def product_class_for(shipping_class: str) -> ProductClass:
    """Oscar's product class: services need no shipping and count no stock."""
    is_service = shipping_class == ShippingClass.SERVICE
    product_class, _created = ProductClass.objects.get_or_create(
        slug="service" if is_service else "goods",
        defaults={
            "name": "Service" if is_service else "Goods",
            "requires_shipping": not is_service,
            "track_stock": not is_service,
        },
    )
    return product_class


@transaction.atomic
def product_create(
    *, categories: list[Category] | None = None, photos: list[Photo] | None = None, **values: Any
) -> Product:
    """Create a product. Keywords are the model's fields; without a `parent` it is a product of its own."""
    product = Product(structure=Product.CHILD if values.get("parent") else Product.STANDALONE)
    return product_update(product=product, categories=categories, photos=photos, **values)


@transaction.atomic
def product_update(
    *, product: Product, categories: list[Category] | None = None, photos: list[Photo] | None = None, **values: Any
) -> Product:
    """Change a product. `categories` and `photos` replace what was there; `None` leaves them alone."""
    if product.structure != Product.CHILD:
        product.product_class = product_class_for(values.get("shipping_class", product.shipping_class))
    _apply(product, values)
    if categories is not None:
        product.categories.set(categories)
    if photos is not None:
        _photos_set(product, photos)
    return product


def _photos_set(product: Product, photos: list[Photo]) -> None:
    """These photos in this order. A photo that stays keeps its caption."""
    there = {image.photo_id: image for image in product.images.all()}
    shown = []
    for position, photo in enumerate(photos):
        image = there.pop(photo.pk, None) or ProductImage(product=product, photo=photo)
        image.display_order = position
        image.save()
        shown.append(image.pk)
    product.images.exclude(pk__in=shown).delete()


@transaction.atomic
def pack_add(*, parent: Product, slug: str, **values: Any) -> Product:
    """Add a pack size. The first one turns a product of its own into a parent, which has no price or stock itself."""
    if parent.structure != Product.PARENT:
        if parent.has_stockrecords:
            raise ValidationError({"parent": _("Remove the price of the product first: its sizes have their own.")})
        parent.structure = Product.PARENT
        parent.save()
    return product_create(parent=parent, slug=slug, title="", is_alcohol=parent.is_alcohol, **values)


@transaction.atomic
def price_set(*, product: Product, price: int, partner: Partner | None = None) -> StockRecord:
    """Set the price in whole đồng, VAT included. Raises `ValidationError` for a fraction or for nothing."""
    if price != int(price) or price <= 0:
        raise ValidationError({"price": _("Enter a price in whole đồng, more than 0.")})
    if price > MAX_PRICE:
        raise ValidationError({"price": _("This price is too high. The most is 999.999.999 ₫.")})
    record = stock_record_of(product)
    if record is None:
        seller = partner or _own_partner(product)
        record = StockRecord(product=product, partner=seller, partner_sku=product.slug[:128], num_in_stock=None)
    record.price = Decimal(price)
    record.price_currency = "VND"
    # Only these columns: a buyer may have reserved pieces since the record was read.
    record.save(update_fields=["price", "price_currency", "date_updated"] if record.pk else None)
    tell(stock_changed, StockRecord, stockrecord=record)
    return record


def _own_partner(product: Product) -> Partner:
    producer = product.producer or (product.parent.producer if product.parent else None)
    if producer is None:
        raise ValidationError({"producer": _("Choose the producer who sells this product first.")})
    return partner_ensure(producer=producer)


@transaction.atomic
def stock_set(*, product: Product, num_in_stock: int, counted_before: int | None = None) -> StockRecord:
    """Set the counted pieces. What buyers were promised stays promised: fewer than that raises `ValidationError`.

    So does a `counted_before` that is no longer true: parcels left or another counted since.
    """
    if not 0 <= num_in_stock <= MAX_STOCK:
        raise ValidationError({"num_in_stock": _("Enter a number of pieces from 0 to 1.000.000.")})
    record = stock_record_of(product)
    if record is None:
        raise ValidationError({"num_in_stock": _("Set a price before the stock.")})
    fitting = StockRecord.objects.annotate(promised=Coalesce(F("num_allocated"), 0))
    fitting = fitting.filter(pk=record.pk, promised__lte=num_in_stock)
    if counted_before is not None:
        fitting = fitting.filter(num_in_stock=counted_before)
    if not fitting.update(num_in_stock=num_in_stock):
        record.refresh_from_db()
        raise ValidationError({"num_in_stock": _why_not(record, counted_before)})
    record.refresh_from_db()
    tell(stock_changed, StockRecord, stockrecord=record)
    return record


def _why_not(record: StockRecord, counted_before: int | None) -> str:
    if counted_before is not None and record.num_in_stock != counted_before:
        changed = _("It is %(count)s by now: a parcel left, or somebody counted. Look at your number and save again.")
        return changed % {"count": record.num_in_stock}
    return _("%(count)s pieces are already promised to buyers.") % {"count": record.num_allocated}


@transaction.atomic
def sales_point_save(*, sales_point: SalesPoint | None = None, **values: Any) -> SalesPoint:
    """Create or change a sales point. Keywords are the model's fields."""
    return _apply(sales_point or SalesPoint(), values)
