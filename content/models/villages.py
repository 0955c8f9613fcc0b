"""Travel villages: where it is, what a day there is like, what it costs, what to mind."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page

from catalog.cards import short_place
from content.blocks.story import TEXT_FEATURES
from content.blocks.villages import DayBlocks, ExperienceBlocks, FactBlocks, PhotoBlocks, SeasonBlocks
from content.fields import BlockField

from .links import link_panels
from .pages import IllustratedPage, SectionIndexPage


class VillageIndexPage(SectionIndexPage):
    section = "villages"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.VillagePage"]

    class Meta:
        verbose_name = _("list of travel villages")
        verbose_name_plural = _("lists of travel villages")


class VillagePage(IllustratedPage):
    section = "villages"
    commune = models.ForeignKey(
        "places.AdminUnit", models.PROTECT, related_name="+", verbose_name=_("commune of today")
    )
    former_place = models.CharField(_("name of the place before 1 July 2025"), max_length=160, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    service = models.ForeignKey(
        "catalogue.Product", models.SET_NULL, null=True, blank=True, related_name="+",
        limit_choices_to={"is_alcohol": False}, verbose_name=_("OCOP service"),
        help_text=_("The service by which the village itself holds a star."),
    )  # fmt: skip
    pictures = BlockField(PhotoBlocks(max_num=4), blank=True, verbose_name=_("more pictures"))
    facts = BlockField(FactBlocks(max_num=6), blank=True, verbose_name=_("facts"))
    day = BlockField(DayBlocks(max_num=4), blank=True, verbose_name=_("a day: see, make, eat, sleep"))
    seasons = BlockField(SeasonBlocks(max_num=8), blank=True, verbose_name=_("seasons"))
    experiences = BlockField(ExperienceBlocks(), blank=True, verbose_name=_("experiences"))
    body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)
    customs = models.TextField(_("what to mind"), blank=True)
    getting_there = models.TextField(_("how to get there"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["content.VillageIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("commune"), FieldPanel("former_place"), FieldPanel("latitude"), FieldPanel("longitude")],
            _("Place"),
        ),
        FieldPanel("service"),
        *IllustratedPage.lead_panels,
        FieldPanel("pictures"),
        FieldPanel("facts"),
        FieldPanel("day"),
        FieldPanel("body"),
        FieldPanel("seasons"),
        FieldPanel("experiences"),
        FieldPanel("customs"),
        FieldPanel("getting_there"),
        FieldPanel("sources"),
        *link_panels(),
    ]

    class Meta:
        verbose_name = _("travel village")
        verbose_name_plural = _("travel villages")

    @property
    def place(self) -> str:
        """ "Tân Cương, Thái Nguyên"; the commune's parent must be loaded, or costs a query."""
        return short_place(self.commune)
