"""The state's taxonomy: six product groups and 26 criteria sets (QĐ 148/QĐ-TTg, 2023), by version of the criteria.

How shoppers look for things ("nước mắm", "trà") is a second taxonomy: Oscar's `Category`.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class CriteriaVersion(models.Model):
    """Under which rules a product was scored: a certificate of 2020 counted 35/25/40, one of 2024 counts 40/25/35."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    legal_act = models.CharField(_("legal act"), max_length=160)
    legal_act_en = models.CharField(_("legal act in English"), max_length=160, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    max_a = models.PositiveSmallIntegerField(_("part A: product and community"))
    max_b = models.PositiveSmallIntegerField(_("part B: marketing"))
    max_c = models.PositiveSmallIntegerField(_("part C: quality"))

    class Meta:
        verbose_name = _("version of the criteria")
        verbose_name_plural = _("versions of the criteria")
        ordering: ClassVar = ["valid_from"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(max_a=100 - models.F("max_b") - models.F("max_c")), name="groups_criteria_sum_100"
            )
        ]

    def __str__(self) -> str:
        return self.code


class ProductGroup(models.Model):
    """One of the six groups; VI is a service and V is living: neither is an ordinary parcel."""

    key = models.CharField(_("key"), max_length=4, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=40)
    short_name_en = models.CharField(_("short name in English"), max_length=40)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("product group")
        verbose_name_plural = _("product groups")
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return f"{self.key}. {self.name}"


class CriteriaSet(models.Model):
    """One of the 26 sets a product is scored by, such as I.4.a "Tương, nước mắm, gia vị dạng lỏng khác"."""

    version = models.ForeignKey(CriteriaVersion, models.PROTECT, related_name="sets")
    group = models.ForeignKey(ProductGroup, models.PROTECT, related_name="sets")
    key = models.CharField(_("key"), max_length=8)
    number = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160)
    ministry = models.CharField(_("lead ministry"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("criteria set")
        verbose_name_plural = _("criteria sets")
        ordering: ClassVar = ["version", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "key"], name="groups_set_once_a_version")]

    def __str__(self) -> str:
        return f"{self.key} {self.name}"
