"""The phone of a recipient in a form: typed as people type it, cleaned to E.164."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import phones


class MobileField(forms.CharField):
    """A Vietnamese mobile number; what is wrong with it is said in a sentence."""

    def __init__(self, **kwargs: Any) -> None:
        required = {"required": _("Enter the mobile number of the recipient")}
        super().__init__(**{"label": _("Mobile phone"), "max_length": 30, "error_messages": required, **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "autocomplete": "tel", "inputmode": "tel"}

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        try:
            return phones.parse_mobile(typed) if typed else ""
        except phones.PhoneError as error:
            raise ValidationError(str(error)) from error
