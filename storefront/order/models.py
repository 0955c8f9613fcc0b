"""What was ordered and what was true at that moment: orders, the parcels they travel in, and what happened to each."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractShippingAddress
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder

from catalog.languages import is_english


class Order(AbstractOrder):
    """One order, one payment, one view for the buyer. It is looked up by `number` and `phone`, opened by `access_key`.

    `date_placed` is Oscar's. Amounts are whole đồng in Oscar's decimal columns; the database refuses fractions.
    """

    phone = models.CharField(_("phone, E.164"), max_length=16, blank=True, db_index=True)
    language = models.CharField(_("language of letters"), max_length=2, default="vi")
    access_key = models.CharField(max_length=32, blank=True, editable=False)
    payment_method = models.CharField(_("payment method"), max_length=20, blank=True)
    terms_accepted_at = models.DateTimeField(_("terms accepted at"), null=True, blank=True)
    terms_version = models.CharField(_("version of the terms"), max_length=20, blank=True)

    class Meta(AbstractOrder.Meta):
        constraints: ClassVar = [
            # A double submit can never become two orders.
            models.UniqueConstraint(fields=["basket"], name="order_once_a_basket"),
            models.CheckConstraint(
                condition=Q(total_incl_tax=F("total_excl_tax")) & Q(total_incl_tax__gte=F("shipping_incl_tax")),
                name="order_total_covers_shipping",
            ),
        ]


class ShippingAddress(AbstractShippingAddress):
    """Where it goes. Oscar's columns: `first_name` the whole name, `line1` the street, `line3` the commune,
    `line4` the province, `phone_number` the phone, `notes` for the carrier.

    Units keep changing: code, names as written and the version of the place data (the act that made the unit and the
    day it took effect) are kept, never only a key.
    """

    commune_code = models.CharField(_("code of the commune"), max_length=8, blank=True)
    province_code = models.CharField(_("code of the province"), max_length=8, blank=True)
    places_version = models.CharField(_("version of the place data"), max_length=180, blank=True)

    class Meta(AbstractShippingAddress.Meta):
        app_label = "order"


class ParcelStatus(models.TextChoices):
    """Steps of a consignment; each is set by somebody who says so. What comes back ends as cancelled."""

    PLACED = "placed", _("Placed")
    CONFIRMED = "confirmed", _("Confirmed by the producer")
    PACKED = "packed", _("Packed")
    DISPATCHED = "dispatched", _("On its way")
    RETURNING = "returning", _("On its way back")
    DELIVERED = "delivered", _("Delivered")
    CANCELLED = "cancelled", _("Cancelled")


class DeclaredBy(models.TextChoices):
    """Who says that something happened."""

    BUYER = "buyer", _("the buyer")
    PARTNER = "partner", _("the producer")
    CARRIER = "carrier", _("the carrier")
    OPERATOR = "operator", _("the shop")


class Consignment(models.Model):
    """The part of an order that one partner packs and ships, with its own fee and its own sum to pay on delivery."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="consignments", verbose_name=_("order"))
    partner = models.ForeignKey(
        "partner.Partner", models.PROTECT, related_name="consignments", verbose_name=_("partner")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    partner_name = models.CharField(_("partner at that time"), max_length=128)
    ships_from = models.CharField(_("ships from"), max_length=120, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=ParcelStatus.choices, default=ParcelStatus.PLACED)
    zone = models.CharField(_("shipping zone"), max_length=20, blank=True)
    weight_g = models.PositiveIntegerField(_("weight in grams"), default=0)
    shipping_fee = models.PositiveIntegerField(_("shipping fee, đồng"), default=0)
    goods_total = models.PositiveIntegerField(_("goods, đồng"), default=0)
    cod_amount = models.PositiveIntegerField(_("to pay on delivery, đồng"), default=0)
    expected_from = models.DateField(_("expected from"), null=True, blank=True)
    expected_to = models.DateField(_("expected until"), null=True, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=40, blank=True)

    class Meta:
        app_label = "order"
        verbose_name = _("consignment")
        verbose_name_plural = _("consignments")
        ordering: ClassVar = ["order", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "number"], name="order_consignment_number_once"),
            models.UniqueConstraint(fields=["order", "partner"], name="order_consignment_partner_once"),
        ]

    def __str__(self) -> str:
        return f"{self.order.number}/{self.number}"

    @property
    def total(self) -> int:
        """Goods and fee, whole đồng."""
        return self.goods_total + self.shipping_fee


class ConsignmentEvent(models.Model):
    """Something that really happened to a consignment: what, when, and who declared it. Rows are only added."""

    consignment = models.ForeignKey(Consignment, models.CASCADE, related_name="events")
    status = models.CharField(max_length=12, choices=ParcelStatus.choices)
    declared_by = models.CharField(_("declared by"), max_length=8, choices=DeclaredBy.choices)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(_("note"), max_length=200, blank=True)
    happened_at = models.DateTimeField(_("happened at"))

    class Meta:
        app_label = "order"
        ordering: ClassVar = ["happened_at", "pk"]

    def __str__(self) -> str:
        return f"{self.consignment}: {self.status}"


class Line(AbstractLine):
    """A line with the star and certificate as they were when it was bought; None and empty when there was no valid one.

    `snapshot` holds the rest of what was true then: pack, price, certificate and its state, sizes and codes.
    """

    consignment = models.ForeignKey(
        Consignment, models.PROTECT, null=True, blank=True, related_name="lines", verbose_name=_("consignment")
    )
    product_slug = models.SlugField(_("slug of the product"), max_length=255, blank=True)
    producer_name = models.CharField(_("producer"), max_length=160, blank=True)
    place_name = models.CharField(_("place of the producer"), max_length=200, blank=True)
    ocop_star = models.PositiveSmallIntegerField(_("star class"), null=True, blank=True)
    certificate_number = models.CharField(_("certificate"), max_length=60, blank=True)
    decision_number = models.CharField(_("decision"), max_length=60, blank=True)
    certificate_expires_on = models.DateField(_("certificate valid until"), null=True, blank=True)
    snapshot: Any = models.JSONField(default=dict, blank=True)

    class Meta(AbstractLine.Meta):
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ocop_star=None) | Q(ocop_star__gte=3, ocop_star__lte=5), name="order_line_star_3_to_5"
            )
        ]

    @property
    def shown_title(self) -> str:
        """The name it was bought under, in the active language."""
        english = self.snapshot.get("product", {}).get("title_en") if is_english() else ""
        return str(english or self.title)


class NumberSequence(models.Model):
    """Counter and secret of one month's order numbers."""

    period = models.CharField(max_length=4, unique=True)
    last = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=64, editable=False)

    class Meta:
        app_label = "order"

    def __str__(self) -> str:
        return self.period


from oscar.apps.order.models import *  # noqa: E402, F403
