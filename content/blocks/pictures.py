"""Pictures inside an article. Their alternative text says what matters here, not what the library says in general."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    photo = ImageChooserBlock(label=_("photo"))
    alt = blocks.CharBlock(
        label=_("alternative text"), max_length=255, help_text=_("What somebody would miss who cannot see the picture.")
    )
    caption = blocks.CharBlock(label=_("caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(PictureBlock(), label=_("pictures"), min_num=2, max_num=6)

    class Meta:
        icon = "image"
        label = _("Pictures side by side")
