"""The form that editors fill for a page."""

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from catalog.vietnamese import slugify


class SitePageForm(WagtailAdminPageForm):
    """Addresses have no diacritics.

    The browser proposes the title's own letters ("cửa-khe"); its ASCII mode would drop what it does not know and make
    "ca-khe" of it, so the letters are folded here.
    """

    def clean_slug(self) -> str:
        slug = slugify(self.cleaned_data.get("slug", ""))
        if self.fields["slug"].required and not slug:
            raise forms.ValidationError(self.fields["slug"].error_messages["required"], code="required")
        return slug
