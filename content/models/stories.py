"""Stories: how something is made, by whom, and why it costs what it costs."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page

from catalog.clock import today
from content.blocks.story import StoryBlocks
from content.body import reading_minutes
from content.fields import BlockField

from .links import link_panels
from .pages import IllustratedPage, SectionIndexPage


class StoryIndexPage(SectionIndexPage):
    section = "stories"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.StoryPage"]

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")


class StoryPage(IllustratedPage):
    section = "stories"
    kicker = models.CharField(_("kicker"), max_length=60, blank=True, help_text=_("Two or three words over the title."))
    place = models.CharField(_("place"), max_length=120, blank=True)
    byline = models.CharField(_("words and pictures by"), max_length=120, blank=True)
    published_on = models.DateField(_("date"), default=today)
    body = BlockField(StoryBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types: ClassVar[list[str]] = ["content.StoryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("kicker"), FieldPanel("place"), FieldPanel("byline"), FieldPanel("published_on")], _("Head")
        ),
        *IllustratedPage.lead_panels,
        FieldPanel("body"),
        FieldPanel("sources"),
        *link_panels(),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def reading_minutes(self) -> int:
        return reading_minutes(self.lead, self.body)
