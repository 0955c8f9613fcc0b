"""Where OCOP products are shown and sold over the counter (kinds of QĐ 950/QĐ-BCT, 2023)."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.places.coordinates import coordinate_errors


class SalesPointKind(models.TextChoices):
    TRANSPORT_STATION = "transport_station", _("Station, airport or harbor")
    HIGHWAY_STOP = "highway_stop", _("Highway rest stop")
    MALL_MARKET = "mall_market", _("Mall, supermarket or market")
    HOTEL_RESORT = "hotel_resort", _("Resort, restaurant or hotel")
    CRAFT_VILLAGE = "craft_village", _("Craft village")
    TRADE_CENTER = "trade_center", _("Trade and service center")
    FAIR_CENTER = "fair_center", _("Fair and exhibition center")
    POST_OFFICE = "post_office", _("Post office")
    OCOP_CENTER = "ocop_center", _("OCOP center")


class SalesPointQuerySet(models.QuerySet["SalesPoint"]):
    def published(self) -> "SalesPointQuerySet":
        return self.filter(is_published=True)


class SalesPoint(models.Model):
    """An OCOP display and sales point."""

    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SalesPointKind.choices)
    address = models.CharField(_("street"), max_length=200)
    commune = models.ForeignKey(
        "places.AdminUnit", models.PROTECT, verbose_name=_("commune of today"), related_name="sales_points"
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    opening_hours = models.CharField(_("opening hours"), max_length=120, blank=True)
    operator = models.CharField(_("operator"), max_length=160, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    description = models.TextField(_("description"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    photo = models.ForeignKey(
        "photos.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    is_published = models.BooleanField(_("published"), default=True)
    is_sample = models.BooleanField(_("sample data"), default=False)

    objects = SalesPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("sales point")
        verbose_name_plural = _("sales points")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def has_english(self) -> bool:
        """As with products: the name or the description is told in English."""
        return bool(self.name_en or self.description_en)

    def clean(self) -> None:
        errors = coordinate_errors(self.latitude, self.longitude)
        if errors:
            raise ValidationError(errors)
