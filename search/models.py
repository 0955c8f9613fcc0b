"""The one table that is searched."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What can be found, in the order of the tabs."""

    PRODUCT = "product", pgettext_lazy("kind of search results", "Products")
    STORY = "story", pgettext_lazy("kind of search results", "Stories")
    PRODUCER = "producer", pgettext_lazy("kind of search results", "Producers")
    VILLAGE = "village", pgettext_lazy("kind of search results", "Villages")
    FAIR = "fair", pgettext_lazy("kind of search results", "Fairs")
    NEWS = "news", pgettext_lazy("kind of search results", "News")
    DOCUMENT = "document", pgettext_lazy("kind of search results", "Documents")
    SALES_POINT = "sales_point", pgettext_lazy("kind of search results", "Sales points")
    POLICY = "policy", pgettext_lazy("kind of search results", "Rules")


class SearchDocument(models.Model):
    """One thing in one language of the site. Texts as they are shown, and their keys as `keys.py` makes them."""

    kind = models.CharField(max_length=12, choices=Kind.choices)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=2)
    url = models.CharField(max_length=500)
    title = models.CharField(max_length=255)
    text_language = models.CharField(max_length=2)
    meta = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    photo = models.ForeignKey("photos.Photo", models.SET_NULL, null=True, blank=True, related_name="+")
    title_folded = models.TextField(blank=True)
    summary_folded = models.TextField(blank=True)
    all_folded = models.TextField(blank=True)
    title_accented = models.TextField(blank=True)
    all_accented = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        db_table = "search_document"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "object_id", "language"], name="search_document_once"),
            models.CheckConstraint(condition=models.Q(language__in=["vi", "en"]), name="search_document_language"),
        ]
        indexes: ClassVar = [models.Index(fields=["language", "kind"], name="search_document_kinds")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.language}: {self.title}"
