"""Our `Product`, `ProductImage` and `Category`; everything else of the label `catalogue` is Oscar's."""

from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractCategory, AbstractProduct, AbstractProductImage

from .fields import FoldedField
from .gtin import validate_gtin14
from .managers import ProductQuerySet


class NetUnit(models.TextChoices):
    """Units of net content as labels print them; `piece` is for crafts and services."""

    GRAM = "g", "g"
    KILOGRAM = "kg", "kg"
    MILLILITER = "ml", "ml"
    LITER = "l", _("liter")
    PIECE = "piece", _("piece")


class ShippingClass(models.TextChoices):
    """How goods travel. Live goods and services are never parcels (product groups V and VI of the programme)."""

    PARCEL = "parcel", _("Ordinary parcel")
    CHILLED = "chilled", _("Chilled or fresh")
    FRAGILE = "fragile", _("Fragile")
    LIVE = "live", _("Live plant or animal")
    SERVICE = "service", _("Service")


PARCEL_CLASSES = (ShippingClass.PARCEL, ShippingClass.CHILLED, ShippingClass.FRAGILE)


class Category(AbstractCategory):
    """Shopper's category: people look for "nước mắm", not for criteria set I.4.a."""

    name_en = models.CharField(_("name in English"), max_length=255, blank=True)

    class Meta(AbstractCategory.Meta):
        constraints: ClassVar = [models.UniqueConstraint(fields=["slug"], name="catalogue_category_slug")]

    def get_absolute_url(self) -> str:
        return f"{reverse('catalog:product_list')}?category={self.slug}"


class Product(AbstractProduct):
    """A product, or (as Oscar's child product) one pack size of it.

    There is no star here: it is derived from the certificate on the day, by `certification.selectors.stars_of`.
    `upc` holds the GTIN in its 14-digit form, or nothing: producers without a GS1 prefix get no invented one.
    Money and stock are in the stock record; a child inherits every text from its parent.
    """

    slug = models.SlugField(_("slug"), max_length=255, unique=True)
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    folded = FoldedField(sources=("title", "title_en"), max_length=600)
    upc = models.CharField(
        "GTIN", max_length=14, null=True, blank=True, unique=True, validators=[validate_gtin14],
        help_text=_("14 digits with a valid check digit; leave empty if the producer has none."),
    )  # fmt: skip
    producer = models.ForeignKey(
        "producers.Producer", models.PROTECT, null=True, blank=True, related_name="products", verbose_name=_("producer")
    )
    criteria_set = models.ForeignKey(
        "groups.CriteriaSet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("criteria set"),
    )
    summary = models.TextField(_("summary"), max_length=300, blank=True)
    summary_en = models.TextField(_("summary in English"), max_length=300, blank=True)
    description_en = models.TextField(_("description in English"), blank=True)

    net_content = models.DecimalField(_("net content"), max_digits=9, decimal_places=3, null=True, blank=True)
    net_unit = models.CharField(_("unit"), max_length=6, choices=NetUnit.choices, blank=True)
    pack = models.CharField(_("kind of pack"), max_length=30, blank=True, help_text=_("Bottle, box, jar…"))
    pack_en = models.CharField(_("kind of pack in English"), max_length=30, blank=True)
    ship_weight_g = models.PositiveIntegerField(_("shipping weight in grams"), default=0)
    shipping_class = models.CharField(
        _("shipping class"), max_length=10, choices=ShippingClass.choices, default=ShippingClass.PARCEL
    )
    is_alcohol = models.BooleanField(_("alcoholic drink"), default=False, db_index=True)
    abv = models.DecimalField(
        _("alcohol by volume, %"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    season = models.CharField(
        _("season"), max_length=12, blank=True, validators=[RegexValidator(r"^([012]{12})?$")],
        help_text=_("Twelve digits, January first: 0 none, 1 some, 2 main. Empty means all year."),
    )  # fmt: skip

    ingredients = models.TextField(_("ingredients"), blank=True)
    ingredients_en = models.TextField(_("ingredients in English"), blank=True)
    usage = models.TextField(_("use"), blank=True)
    usage_en = models.TextField(_("use in English"), blank=True)
    storage = models.TextField(_("storage"), blank=True)
    storage_en = models.TextField(_("storage in English"), blank=True)
    warnings = models.TextField(_("warnings"), blank=True)
    warnings_en = models.TextField(_("warnings in English"), blank=True)
    origin = models.CharField(_("origin"), max_length=200, blank=True)
    origin_en = models.CharField(_("origin in English"), max_length=200, blank=True)
    shelf_life = models.CharField(_("shelf life"), max_length=120, blank=True)
    shelf_life_en = models.CharField(_("shelf life in English"), max_length=120, blank=True)
    is_sample = models.BooleanField(_("sample data"), default=False)

    objects = ProductQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        verbose_name = _("product")
        verbose_name_plural = _("products")
        indexes: ClassVar = [
            models.Index(fields=["is_public", "is_alcohol", "structure"], name="catalogue_product_shown")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(net_content=None) | models.Q(net_content__gt=0),
                name="catalogue_net_content_positive",
            ),
            models.CheckConstraint(
                condition=models.Q(is_alcohol=False) | models.Q(structure="child") | models.Q(abv__isnull=False),
                name="catalogue_alcohol_has_abv",
            ),
        ]

    def clean(self) -> None:
        """Says beside its field what the database would only refuse."""
        super().clean()
        if self.net_content is not None and self.net_content <= 0:
            raise ValidationError({"net_content": _("Enter more than 0, or leave it empty.")})

    def get_absolute_url(self) -> str:
        """The page of the product; a pack size has no page of its own."""
        shown = self.parent if self.is_child else self
        name = "catalog:alcohol_detail" if shown.is_alcohol else "catalog:product_detail"
        return reverse(name, kwargs={"slug": shown.slug})

    @property
    def has_english(self) -> bool:
        """Whether search engines are told of an English page: not where only the frame would be English."""
        return bool(self.title_en)

    @property
    def is_parcel(self) -> bool:
        """Whether it can be sent; otherwise it is booked or fetched."""
        return (self.parent if self.is_child else self).shipping_class in PARCEL_CLASSES

    @property
    def measure(self) -> tuple[str, Decimal]:
        """What sizes are put in order by: "250 ml" comes before "1 l". Pieces are no weight and no volume."""
        unit, factor = {"kg": ("g", 1000), "l": ("ml", 1000)}.get(self.net_unit, (self.net_unit, 1))
        return unit, (self.net_content or Decimal(0)) * factor

    def unit_price(self, price: int) -> tuple[int, str] | None:
        """Price in đồng for a kilogram or liter, and that unit; `None` for pieces and for exactly one unit."""
        scale = {
            "g": (Decimal(1000), "kg"),
            "ml": (Decimal(1000), "l"),
            "kg": (Decimal(1), "kg"),
            "l": (Decimal(1), "l"),
        }
        if not self.net_content or self.net_unit not in scale:
            return None
        factor, unit = scale[self.net_unit]
        amount = price * factor / self.net_content
        return None if amount == price else (int(amount.quantize(Decimal(1))), unit)


class ProductImage(AbstractProductImage):
    """A product's picture, taken from the one image library instead of Oscar's own upload."""

    original = None
    photo = models.ForeignKey("photos.Photo", models.PROTECT, related_name="product_images", verbose_name=_("photo"))

    class Meta(AbstractProductImage.Meta):
        pass


from oscar.apps.catalogue.models import *  # noqa: E402, F403
