"""The one image library: pages, products, producers, villages and fairs take their pictures from here."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Photo(AbstractImage):
    """A picture with its alternative text in both languages; `description` is the Vietnamese, required by forms."""

    description_en = models.CharField(_("alternative text in English"), max_length=255, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    is_illustration = models.BooleanField(
        _("illustration"), default=False, help_text=_("Drawn, not photographed: pages caption it so.")
    )

    admin_form_fields = (*Image.admin_form_fields, "description_en", "credit", "is_illustration")

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        permissions: ClassVar = [("choose_image", "Can choose image")]


class PhotoRendition(AbstractRendition):
    image = models.ForeignKey(Photo, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
