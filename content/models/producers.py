"""The story of a producer. Its facts stay in the catalog; the address is the same with and without a story."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Page

from content.blocks.story import StoryBlocks
from content.blocks.villages import MilestoneBlocks
from content.fields import BlockField

from .pages import IllustratedPage, SectionIndexPage


class ProducerIndexPage(SectionIndexPage):
    """Holds the stories of producers in the page tree. The list itself is a view: it shows all producers."""

    section = "producers"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.ProducerPage"]

    class Meta:
        verbose_name = _("stories of producers")
        verbose_name_plural = _("stories of producers")

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "content/producer_list.html"


class ProducerPage(IllustratedPage):
    """One per producer and language. `slug` follows the producer's, so that the page and the view have one address."""

    section = "producers"
    producer = models.ForeignKey("producers.Producer", models.PROTECT, related_name="pages", verbose_name=_("producer"))
    quote = models.TextField(_("words of the producer"), max_length=300, blank=True)
    quoted = models.CharField(_("who said it"), max_length=120, blank=True)
    years_title = models.CharField(_("title over the years"), max_length=80, blank=True)
    milestones = BlockField(MilestoneBlocks(), blank=True, verbose_name=_("years"))
    body = BlockField(StoryBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types: ClassVar[list[str]] = ["content.ProducerIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("producer"),
        *IllustratedPage.lead_panels,
        FieldRowPanel([FieldPanel("quote"), FieldPanel("quoted")]),
        FieldPanel("years_title"),
        FieldPanel("milestones"),
        FieldPanel("body"),
        FieldPanel("sources"),
    ]

    class Meta:
        verbose_name = _("story of a producer")
        verbose_name_plural = _("stories of producers")

    def clean(self) -> None:
        super().clean()
        others = type(self).objects.filter(producer=self.producer_id, locale=self.locale_id).exclude(pk=self.pk)
        if self.producer_id and others.exists():
            raise ValidationError({"producer": _("This producer already has a page in this language.")})

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if self.producer_id:
            self.slug = self.producer.slug
        super().full_clean(*args, **kwargs)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "content/producer_detail.html"
