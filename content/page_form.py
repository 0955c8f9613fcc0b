"""The form that editors fill for a page."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from catalog.places.coordinates import coordinate_errors
from catalog.vietnamese import slugify


class SitePageForm(WagtailAdminPageForm):
    """Addresses have no diacritics.

    The browser proposes the title's own letters ("cửa-khe"); its ASCII mode would drop what it does not know and make
    "ca-khe" of it, so the letters are folded here.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False  # who saves before the browser has proposed one gets that of the title

    def clean_slug(self) -> str:
        slug = slugify(self.cleaned_data.get("slug") or "") or slugify(self.cleaned_data.get("title", ""))
        if not slug and self.cleaned_data.get("title"):
            raise forms.ValidationError(self.fields["slug"].error_messages["required"], code="required")
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for name, error in coordinate_errors(cleaned.get("latitude"), cleaned.get("longitude")).items():
            self.add_error(name, error)
        return cleaned
