"""Fairs: when, where, which zones, how much of it is OCOP, what came of it."""

from datetime import date, timedelta
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from catalog.clock import today
from content.blocks.story import TEXT_FEATURES

from .links import link_panels
from .pages import IllustratedPage, SectionIndexPage


class FairIndexPage(SectionIndexPage):
    section = "fairs"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.FairPage"]

    class Meta:
        verbose_name = _("list of fairs")
        verbose_name_plural = _("lists of fairs")


class FairPage(IllustratedPage):
    """One edition of a fair. Editions of one fair share `series`."""

    section = "fairs"
    series = models.SlugField(_("series"), max_length=80, blank=True, help_text=_("The same for all editions."))
    edition = models.CharField(_("edition"), max_length=60, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    opening_hours = models.CharField(_("opening hours"), max_length=80, blank=True)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    commune = models.ForeignKey(
        "places.AdminUnit", models.PROTECT, related_name="+", verbose_name=_("commune of today")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    organizer = models.CharField(_("organizer"), max_length=200, blank=True)
    host = models.CharField(_("host"), max_length=200, blank=True)
    admission = models.CharField(_("admission"), max_length=120, blank=True)
    body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)
    results = models.TextField(_("results"), blank=True, help_text=_("After the fair: what came of it."))
    visits = models.PositiveIntegerField(_("visits"), null=True, blank=True)
    revenue = models.PositiveBigIntegerField(_("sales in đồng"), null=True, blank=True)

    parent_page_types: ClassVar[list[str]] = ["content.FairIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("opening_hours"),
                FieldRowPanel([FieldPanel("series"), FieldPanel("edition")]),
            ],
            _("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("venue"),
                FieldPanel("commune"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            _("Where"),
        ),
        *IllustratedPage.lead_panels,
        FieldPanel("body"),
        InlinePanel("zones", label=_("Zone")),
        InlinePanel("events", label=_("Program item")),
        MultiFieldPanel([FieldPanel("host"), FieldPanel("organizer"), FieldPanel("admission")], _("Who")),
        MultiFieldPanel([FieldPanel("results"), FieldPanel("visits"), FieldPanel("revenue")], _("Afterwards")),
        FieldPanel("sources"),
        *link_panels(),
    ]

    class Meta:
        verbose_name = _("fair")
        verbose_name_plural = _("fairs")
        indexes: ClassVar = [models.Index(fields=["ends_on"], name="content_fair_ends_on")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="content_fair_days")
        ]

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day is before the first.")})

    @property
    def is_over(self) -> bool:
        return self.ends_on < today()


class FairZone(Orderable):
    fair = ParentalKey(FairPage, on_delete=models.CASCADE, related_name="zones")
    name = models.CharField(_("name"), max_length=120)
    booths = models.PositiveSmallIntegerField(_("booths"), default=0)
    ocop_booths = models.PositiveSmallIntegerField(_("of these OCOP"), default=0)

    panels: ClassVar[list[Panel]] = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("booths"), FieldPanel("ocop_booths")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ocop_booths__lte=models.F("booths")), name="content_zone_ocop_within_booths"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.ocop_booths is not None and self.booths is not None and self.ocop_booths > self.booths:
            raise ValidationError({"ocop_booths": _("More OCOP booths than booths.")})

    @property
    def is_mostly_ocop(self) -> bool:
        return bool(self.booths) and self.ocop_booths * 2 >= self.booths


class FairEvent(Orderable):
    fair = ParentalKey(FairPage, on_delete=models.CASCADE, related_name="events")
    day = models.PositiveSmallIntegerField(_("day of the fair"), default=1, help_text=_("1 is the first day."))
    time = models.CharField(_("time"), max_length=20, help_text=_("As printed: 19:30"))
    text = models.CharField(_("what happens"), max_length=240)

    panels: ClassVar[list[Panel]] = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("time")]),
        FieldPanel("text"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("program item")
        verbose_name_plural = _("program items")

    def __str__(self) -> str:
        return f"{self.day}. {self.time} {self.text}"

    @property
    def happens_on(self) -> date:
        """The calendar day; the fair must be loaded."""
        return self.fair.starts_on + timedelta(days=self.day - 1)
