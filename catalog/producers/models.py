"""Producers (chủ thể OCOP): who makes a product and answers for it."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from catalog.clock import today
from catalog.fields import FoldedField
from catalog.languages import text_language
from catalog.places.coordinates import coordinate_errors

# Enterprises: 10 digits, branches 3 more; households since July 2025 the 12 digits of a citizen's ID.
_TAX_CODE = re.compile(r"\d{10}(-?\d{3})?|\d{12}")
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,24}[0-9]")


class ProducerKind(models.TextChoices):
    """The six kinds that may take part in the programme; the key is the English word of the glossary."""

    ENTERPRISE = "enterprise", _("Enterprise")
    COOPERATIVE = "cooperative", _("Cooperative")
    COOPERATIVE_GROUP = "cooperative_group", _("Cooperative group")
    HOUSEHOLD = "household", _("Household business")
    FACILITY = "facility", _("Production facility")
    OTHER = "other", _("Village community or association")


class ProducerQuerySet(models.QuerySet["Producer"]):
    def published(self) -> "ProducerQuerySet":
        return self.filter(is_published=True)

    def with_product_count(self) -> "ProducerQuerySet":
        """Annotates `product_count`: what is shown everywhere, so never liquor."""
        products: Any = self.model._meta.get_field("products").related_model
        shown = products.objects.shown()
        own = shown.filter(producer=models.OuterRef("pk")).order_by().values("producer")
        counted = own.annotate(n=models.Count("pk")).values("n")
        return self.annotate(product_count=Coalesce(models.Subquery(counted), 0))

    def listed(self) -> "ProducerQuerySet":
        """Whom shared lists name, with `product_count`: makers of nothing but liquor are found through their goods."""
        return self.published().with_product_count().filter(models.Q(product_count__gt=0))


class Producer(models.Model):
    """Facts, legal identity and place. Its story is a page (content), its selling a Partner (Oscar)."""

    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=60, help_text=_("As cards show it."))
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    slug = models.SlugField(max_length=120, unique=True)
    # Begins with the name that is shown: lists are sorted by it.
    folded = FoldedField(sources=("short_name", "name", "name_en"), max_length=240, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ProducerKind.choices)

    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=40, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    registered_at = models.CharField(_("registration office"), max_length=160, blank=True)
    # A household's tax code is a citizen's ID number since July 2025: staff only, never in the API, feeds or JSON-LD.
    tax_code = models.CharField(_("tax code"), max_length=20, blank=True)
    representative = models.CharField(_("representative"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("email"), blank=True)

    address = models.CharField(_("street or hamlet"), max_length=200, blank=True)
    former_address = models.CharField(
        _("address as printed before 1 July 2025"),
        max_length=240,
        blank=True,
        help_text=_("As certificates and labels print it."),
    )
    commune = models.ForeignKey(
        "places.AdminUnit", models.PROTECT, verbose_name=_("commune of today"), related_name="producers"
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    founded_year = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    members = models.CharField(_("members"), max_length=80, blank=True)
    capacity = models.CharField(_("capacity"), max_length=160, blank=True)
    capacity_en = models.CharField(_("capacity in English"), max_length=160, blank=True)
    summary = models.TextField(_("summary"), max_length=400, blank=True)
    summary_en = models.TextField(_("summary in English"), max_length=400, blank=True)
    opening_hours = models.CharField(_("opening hours"), max_length=120, blank=True)
    visiting = models.CharField(_("visiting"), max_length=240, blank=True)
    visiting_en = models.CharField(_("visiting in English"), max_length=240, blank=True)
    photo = models.ForeignKey(
        "photos.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    is_published = models.BooleanField(_("published"), default=True)
    is_sample = models.BooleanField(_("sample data"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ProducerQuerySet.as_manager()

    class Meta:
        verbose_name = _("producer")
        verbose_name_plural = _("producers")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_name(self) -> str:
        """For cards and headings: short in Vietnamese; the English name, which has no short form, on English pages."""
        return self.name_en if text_language(self, "name") == "en" else self.short_name

    @property
    def has_english(self) -> bool:
        """As with products: the name or the summary is told in English."""
        return bool(self.name_en or self.summary_en)

    def clean(self) -> None:
        """What the columns alone would let through: years to come, places outside of the country, words as a phone."""
        errors = coordinate_errors(self.latitude, self.longitude)
        if self.founded_year and not 1500 <= self.founded_year <= today().year:
            errors["founded_year"] = _("Enter a year up to this one.")
        if self.phone and not _PHONE.fullmatch(self.phone):
            errors["phone"] = _("Enter a phone number with digits, such as 0236 000 0000.")
        if self.tax_code and not _TAX_CODE.fullmatch(self.tax_code):
            errors["tax_code"] = _("Enter 10, 12 or 13 digits.")
        if errors:
            raise ValidationError(errors)
