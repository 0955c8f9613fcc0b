"""Batches and the stamps stuck on them."""

from typing import ClassVar

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Product

# Stricter than GS1: it stays in a QR code's alphanumeric mode and needs no percent-encoding.
LOT_PATTERN = r"^[0-9A-Z.\-]{1,20}$"
CODE_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{16}$"


class Batch(models.Model):
    """What was made together: one lot of one product, or of one pack size of it."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="batches", verbose_name=_("product"))
    lot = models.CharField(
        _("lot number"), max_length=20, validators=[RegexValidator(LOT_PATTERN)],
        help_text=_("Up to 20 digits, capital letters without accents, dots and hyphens."),
    )  # fmt: skip
    produced_on = models.DateField(_("produced on"))
    expires_on = models.DateField(_("expires on"), null=True, blank=True, help_text=_("The last day of use."))
    quantity = models.PositiveIntegerField(_("pieces"), validators=[MinValueValidator(1)])
    notes = models.TextField(_("notes"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering: ClassVar = ["-produced_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "lot"], name="traceability_lot_once_a_product"),
            models.CheckConstraint(condition=models.Q(lot__regex=LOT_PATTERN), name="traceability_lot_alphabet"),
            models.CheckConstraint(
                condition=models.Q(expires_on=None) | models.Q(expires_on__gte=models.F("produced_on")),
                name="traceability_expires_after_production",
            ),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="traceability_batch_not_empty"),
        ]

    def __str__(self) -> str:
        return self.lot


class Stamp(models.Model):
    """One printed stamp. Its code is the serial number behind the product's GTIN, and the whole key without one."""

    class Status(models.TextChoices):
        ISSUED = "issued", _("issued, not active")
        ACTIVE = "active", _("active")
        VOID = "void", _("void")

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="stamps", verbose_name=_("batch"))
    number = models.PositiveIntegerField(_("number in the batch"))
    code = models.CharField(_("code"), max_length=16, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    status = models.CharField(_("status"), max_length=6, choices=Status.choices, default=Status.ISSUED)
    issued_at = models.DateTimeField(_("issued at"), auto_now_add=True)
    voided_at = models.DateTimeField(_("voided at"), null=True, blank=True)
    void_reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("stamp")
        verbose_name_plural = _("stamps")
        ordering: ClassVar = ["batch", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "number"], name="traceability_stamp_number"),
            models.CheckConstraint(condition=models.Q(code__regex=CODE_PATTERN), name="traceability_code_alphabet"),
            models.CheckConstraint(
                condition=models.Q(status__in=["issued", "active"], voided_at=None)
                | models.Q(status="void", voided_at__isnull=False),
                name="traceability_void_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.code
