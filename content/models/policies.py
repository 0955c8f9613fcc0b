"""Rules of the site, each with its version and the day from which it applies."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page

from .pages import SectionIndexPage, SitePage


class PolicyIndexPage(SectionIndexPage):
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.PolicyPage"]

    class Meta:
        verbose_name = _("list of rules")
        verbose_name_plural = _("lists of rules")


class PolicyPage(SitePage):
    """A rule, or a plain page about the site directly below home."""

    version = models.CharField(_("version"), max_length=20)
    effective_on = models.DateField(_("applies from"))
    summary = models.TextField(_("summary"), blank=True)
    body = RichTextField(_("text"), features=["h2", "h3", "bold", "ol", "ul", "link", "document-link"])

    parent_page_types: ClassVar[list[str]] = ["content.PolicyIndexPage", "content.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("version"), FieldPanel("effective_on")]),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")

    @property
    def lead(self) -> str:
        return self.summary
