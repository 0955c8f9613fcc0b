"""Administrative units of Viet Nam, today's and those before 1 July 2025, and how one became the other.

Official codes were reused with another meaning (91 was Kiên Giang and is An Giang): `code` is data to show,
never a key and never part of a URL.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.fields import FoldedField


class Level(models.TextChoices):
    PROVINCE = "province", pgettext_lazy("administrative level", "Province or city")
    DISTRICT = "district", pgettext_lazy("administrative level", "District")
    COMMUNE = "commune", pgettext_lazy("administrative level", "Commune")


# The kind of unit of the thirteen islands that are communes of their own since July 2025, as `AdminUnit.kind` holds it.
SPECIAL_ZONE = "Đặc khu"


class AdminUnitQuerySet(models.QuerySet["AdminUnit"]):
    def current(self) -> "AdminUnitQuerySet":
        return self.filter(valid_to=None)

    def provinces(self) -> "AdminUnitQuerySet":
        return self.filter(level=Level.PROVINCE)

    def communes(self) -> "AdminUnitQuerySet":
        return self.filter(level=Level.COMMUNE)


class AdminUnit(models.Model):
    """A province, district or commune during its validity; a unit that changes is a new row."""

    level = models.CharField(max_length=10, choices=Level.choices)
    code = models.CharField(_("official code"), max_length=8)
    name = models.CharField(_("name"), max_length=80)
    full_name = models.CharField(_("full name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    slug = models.SlugField(max_length=100)
    kind = models.CharField(_("kind of unit"), max_length=20, blank=True)
    folded = FoldedField(sources=("name",), max_length=120, db_index=True)
    folded_path = models.CharField(
        max_length=240, editable=False, default="", help_text="Folded words up to the province, a space before each."
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The first day it no longer exists.")
    )
    legal_act = models.CharField(_("legal act"), max_length=160, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    area_km2 = models.FloatField(null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    needs_review = models.BooleanField(
        _("succession waits for a person"), default=False, help_text=_("The source could not tell what it became.")
    )

    objects = AdminUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("administrative unit")
        verbose_name_plural = _("administrative units")
        ordering: ClassVar = ["full_name"]
        indexes: ClassVar = [models.Index(fields=["level", "valid_to", "folded"], name="places_unit_lookup")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(level="province", valid_to=None),
                name="places_current_province_slug",
            ),
            models.UniqueConstraint(
                fields=["parent", "slug"],
                condition=models.Q(level="commune", valid_to=None),
                name="places_current_commune_slug",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to=None)
                | models.Q(valid_from=None)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="places_unit_validity",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name


class Succession(models.Model):
    """`from_unit` became `to_unit`, wholly or in part."""

    class Kind(models.TextChoices):
        WHOLE = "whole", _("whole")
        PART = "part", _("part")

    from_unit = models.ForeignKey(AdminUnit, models.CASCADE, related_name="successions")
    to_unit = models.ForeignKey(AdminUnit, models.CASCADE, related_name="predecessions")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    effective_on = models.DateField(_("effective on"))
    legal_act = models.CharField(_("legal act"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["from_unit", "to_unit"], name="places_succession_once"),
        ]

    def __str__(self) -> str:
        return f"{self.from_unit} → {self.to_unit}"
