"""Which products and producers a page is about. One table for all page types: a product asks for its pages once."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, Panel
from wagtail.models import Orderable


class PageProduct(Orderable):
    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_products")
    product = models.ForeignKey(
        "catalogue.Product",
        models.CASCADE,
        related_name="page_links",
        limit_choices_to={"is_alcohol": False},
        verbose_name=_("product"),
    )

    panels: ClassVar[list[Panel]] = [FieldPanel("product")]

    class Meta(Orderable.Meta):
        verbose_name = _("product of a page")
        verbose_name_plural = _("products of pages")
        constraints: ClassVar = [models.UniqueConstraint(fields=["page", "product"], name="content_page_product_once")]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.product_id}"


class PageProducer(Orderable):
    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_producers")
    producer = models.ForeignKey(
        "producers.Producer", models.CASCADE, related_name="page_links", verbose_name=_("producer")
    )

    panels: ClassVar[list[Panel]] = [FieldPanel("producer")]

    class Meta(Orderable.Meta):
        verbose_name = _("producer of a page")
        verbose_name_plural = _("producers of pages")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "producer"], name="content_page_producer_once")
        ]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.producer_id}"


def link_panels() -> list[Panel]:
    """Panels of a page type that is about products and producers."""
    return [
        MultipleChooserPanel("page_products", chooser_field_name="product", label=_("Products")),
        MultipleChooserPanel(
            "page_producers", chooser_field_name="producer", label=pgettext_lazy("for staff", "Producers")
        ),
    ]
