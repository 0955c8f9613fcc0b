"""Documents of the programme: what rules apply, since when, and whether they still do."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.models import Page

from .pages import SectionIndexPage, SitePage


class DocumentKind(models.TextChoices):
    DECISION = "decision", _("Decision")
    PLAN = "plan", _("Plan")
    LETTER = "letter", _("Official letter")
    RESOLUTION = "resolution", _("Resolution")
    GUIDELINE = "guideline", _("Guideline")


class DocumentIndexPage(SectionIndexPage):
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = ["content.DocumentPage"]

    class Meta:
        verbose_name = _("list of documents")
        verbose_name_plural = _("lists of documents")


class DocumentPage(SitePage):
    number = models.CharField(_("number"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=DocumentKind.choices)
    issued_on = models.DateField(_("issued on"))
    authority = models.CharField(_("issued by"), max_length=160)
    summary = models.TextField(_("summary"), blank=True)
    is_valid = models.BooleanField(_("in force"), default=True)
    file = models.ForeignKey(
        "wagtaildocs.Document", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("file")
    )

    parent_page_types: ClassVar[list[str]] = ["content.DocumentIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("kind")]),
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("authority")]),
                FieldPanel("is_valid"),
            ],
            _("Document"),
        ),
        FieldPanel("summary"),
        FieldPanel("file"),
    ]

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        indexes: ClassVar = [models.Index(fields=["-issued_on"], name="content_document_issued_on")]

    @property
    def lead(self) -> str:
        return self.summary
