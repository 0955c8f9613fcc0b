"""News: short, dated, with a source."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Page

from catalog.clock import today
from content.blocks.story import StoryBlocks
from content.fields import BlockField

from .links import link_panels
from .pages import IllustratedPage, SectionIndexPage


class NewsIndexPage(SectionIndexPage):
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")


class NewsPage(IllustratedPage):
    place = models.CharField(_("place"), max_length=120, blank=True)
    published_on = models.DateField(_("date"), default=today)
    body = BlockField(StoryBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types: ClassVar[list[str]] = ["content.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("published_on"),
        FieldPanel("place"),
        *IllustratedPage.lead_panels,
        FieldPanel("body"),
        FieldPanel("sources"),
        *link_panels(),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
