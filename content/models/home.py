"""The home page: a story and its product first, then what the month, the state, the country and the calendar bring."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel, Panel
from wagtail.models import Orderable, Page

from .pages import SitePage


class HomePage(SitePage):
    """The rest of the page comes from the catalog by itself; an editor chooses only what needs a judgement."""

    max_count = 2
    cover_story = models.ForeignKey(
        "content.StoryPage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover story")
    )
    cover_product = models.ForeignKey(
        "catalogue.Product", models.SET_NULL, null=True, blank=True, related_name="+",
        limit_choices_to={"is_alcohol": False}, verbose_name=_("product of the cover story"),
    )  # fmt: skip
    cover_photo = models.ForeignKey(
        "photos.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover photo"),
        help_text=_("Without one the story's own photo is shown."),
    )  # fmt: skip
    village = models.ForeignKey(
        "content.VillagePage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("village")
    )
    village_title = models.CharField(_("title over the village"), max_length=120, blank=True)
    village_text = models.TextField(_("text below the village"), max_length=240, blank=True)

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [PageChooserPanel("cover_story"), FieldPanel("cover_product"), FieldPanel("cover_photo")], _("Cover")
        ),
        InlinePanel("month_notes", label=_("What the month brings"), max_num=12),
        InlinePanel("home_stories", label=_("Story"), max_num=4),
        MultiFieldPanel(
            [PageChooserPanel("village"), FieldPanel("village_title"), FieldPanel("village_text")], _("Village")
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class HomeStory(Orderable):
    """The first is shown large."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="home_stories")
    story = models.ForeignKey("content.StoryPage", models.CASCADE, related_name="+", verbose_name=_("story"))

    panels: ClassVar[list[Panel]] = [PageChooserPanel("story")]

    class Meta(Orderable.Meta):
        verbose_name = _("story on the home page")
        verbose_name_plural = _("stories on the home page")

    def __str__(self) -> str:
        return str(self.story_id)


class MonthNote(models.Model):
    """One sentence about what is in season, shown in its month."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="month_notes")
    month = models.PositiveSmallIntegerField(_("month"), validators=[MinValueValidator(1), MaxValueValidator(12)])
    text = models.CharField(_("text"), max_length=240)

    panels: ClassVar[list[Panel]] = [FieldPanel("month"), FieldPanel("text")]

    class Meta:
        verbose_name = _("note of a month")
        verbose_name_plural = _("notes of months")
        ordering: ClassVar = ["month"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "month"], name="content_month_note_once"),
            models.CheckConstraint(
                condition=models.Q(month__gte=1, month__lte=12), name="content_month_note_is_a_month"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month}: {self.text}"
