"""The form for photos: no picture without words for those who do not see it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class PhotoForm(BaseImageForm):
    """Wagtail's form with a required Vietnamese description, everywhere a photo is uploaded or edited."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            field = self.fields["description"]
            field.required = True
            field.label = _("Alternative text in Vietnamese")
            field.help_text = _("What somebody would miss who cannot see the picture, in one sentence.")
            field.error_messages["required"] = _("Say in a few words what the picture shows.")
