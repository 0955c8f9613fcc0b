"""What all our pages share: their place in the site, their other language, their picture."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page

from content.page_context import context_of
from content.page_form import SitePageForm


class SitePage(Page):
    """A page of the public site. `section` is the item of the navigation that it belongs to."""

    section: ClassVar[str] = ""
    base_form_class = SitePageForm
    show_in_menus_default = False
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], _("For search engines")
        )
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | context_of(self, request)


class IllustratedPage(SitePage):
    """A page with a lead and one large picture."""

    lead = models.TextField(_("lead"), max_length=400, blank=True, help_text=_("One or two sentences."))
    photo = models.ForeignKey(
        "photos.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    caption = models.CharField(_("caption"), max_length=240, blank=True)
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("Where figures and statements come from; shown under the text.")
    )
    is_sample = models.BooleanField(_("sample data"), default=False)

    lead_panels: ClassVar[list[Panel]] = [
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("caption")], _("Picture")),
    ]

    class Meta:
        abstract = True


class SectionIndexPage(SitePage):
    """The list page of a section."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, FieldPanel("lead")]

    class Meta:
        abstract = True
