"""Decisions and certificates: what the state recognized, when, by whom, and until when.

A certificate is one row per recognition and is never overwritten: a re-rating is a new row that supersedes the old
one. Stars, expiry and lapse follow from these rows on a given day (`selectors`), they are not stored.
"""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

VALIDITY_MONTHS = 36  # QĐ 148/QĐ-TTg (2023); the same calendar day three years on


class Authority(models.Model):
    """Who recognizes: a record, no enumeration; districts ended on 1 July 2025 and their certificates live on."""

    class Level(models.TextChoices):
        DISTRICT = "district", _("District People's Committee")
        PROVINCE = "province", _("Provincial People's Committee")
        MINISTRY = "ministry", _("Ministry")

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    province = models.ForeignKey("places.AdminUnit", models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Decision(models.Model):
    """An authority's act: recognizes a batch of products, or revokes certificates."""

    class Kind(models.TextChoices):
        RECOGNITION = "recognition", _("Recognition")
        REVOCATION = "revocation", _("Revocation")

    number = models.CharField(_("number"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.RECOGNITION)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="decisions", verbose_name=_("authority"))
    signed_on = models.DateField(_("signed on"))
    signatory = models.CharField(_("signatory"), max_length=120, blank=True)
    round = models.CharField(_("round"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=240, blank=True)
    title_en = models.CharField(_("title in English"), max_length=240, blank=True)
    is_sample = models.BooleanField(_("sample data"), default=False)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering: ClassVar = ["-signed_on", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "number", "signed_on"], name="certification_decision_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}, {self.signed_on:%d/%m/%Y}"


class Certificate(models.Model):
    """One recognition of one product. `expires_on` is the last day of validity."""

    class Status(models.TextChoices):
        """Steps that somebody decides. Expiring, expired and superseded are days, not steps: they are derived."""

        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Submitted")
        COMMUNE_CHECKED = "commune_checked", _("Checked by the commune")
        PROVINCE_SCORED = "province_scored", _("Scored by the province")
        RECOGNIZED = "recognized", _("Recognized")
        SUSPENDED = "suspended", _("Suspended")
        REVOKED = "revoked", _("Revoked")
        NOT_RENEWED = "not_renewed", _("Not renewed")

    class Scheme(models.TextChoices):
        NATIONAL = "national", _("National criteria")
        PROVINCIAL = "provincial", _("Provincial scale")

    product = models.ForeignKey(
        "catalogue.Product", models.PROTECT, related_name="certificates", verbose_name=_("product")
    )
    number = models.CharField(_("certificate number"), max_length=60)
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.DRAFT)
    ocop_star = models.PositiveSmallIntegerField(_("star class"), choices=[(3, "3"), (4, "4"), (5, "5")])
    potential_5 = models.BooleanField(
        _("potential 5-star"),
        default=False,
        help_text=_("Scored 90 or more and proposed; a 4-star until the ministry decides."),
    )
    scheme = models.CharField(_("scheme"), max_length=10, choices=Scheme.choices, default=Scheme.NATIONAL)
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True, blank=True)
    criteria_version = models.ForeignKey(
        "groups.CriteriaVersion", models.PROTECT, related_name="+", null=True, blank=True
    )
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="certificates", verbose_name=_("decision"))
    issued_on = models.DateField(_("issued on"))
    expires_on = models.DateField(_("valid until"))
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="superseded_by")

    # As printed on the paper, whatever product and producer are called later.
    product_name = models.CharField(_("product as printed"), max_length=255)
    producer_name = models.CharField(_("producer as printed"), max_length=200)
    address = models.CharField(_("address as printed"), max_length=240, blank=True)
    scan = models.ForeignKey(
        "photos.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )

    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revoked_by = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="revocations")
    revocation_reason = models.TextField(_("reason for revocation"), blank=True)
    revocation_reason_en = models.TextField(_("reason in English"), blank=True)
    is_sample = models.BooleanField(_("sample data"), default=False)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering: ClassVar = ["-issued_on", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["product", "status", "issued_on", "expires_on"], name="certification_on_day"),
            models.Index(fields=["status", "ocop_star", "expires_on"], name="certification_star"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision", "number"], name="certification_number_once_a_decision"),
            models.CheckConstraint(
                condition=models.Q(ocop_star__gte=3, ocop_star__lte=5), name="certification_star_3_to_5"
            ),
            models.CheckConstraint(
                condition=models.Q(potential_5=False) | models.Q(ocop_star=4), name="certification_potential_is_4_star"
            ),
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__gte=Decimal(0), score__lte=Decimal(100)),
                name="certification_score_0_to_100",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_on__gt=models.F("issued_on")), name="certification_expires_after_issue"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="revoked") | models.Q(revoked_on__isnull=False, revoked_by__isnull=False),
                name="certification_revoked_by_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.product_name}, {self.ocop_star} sao"


class CertificateEvent(models.Model):
    """History of a certificate: who moved it to which status, when and why. Rows are only added."""

    certificate = models.ForeignKey(Certificate, models.CASCADE, related_name="events")
    status = models.CharField(max_length=16, choices=Certificate.Status.choices)
    happened_on = models.DateField()
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["happened_on", "pk"]

    def __str__(self) -> str:
        return f"{self.certificate.number}: {self.status}"
