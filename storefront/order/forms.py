"""Finding an order again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storefront import phones


class LookupForm(forms.Form):
    """Number and phone as they were given. What can be no phone is said beside the field, of any order alike.

    Whether the two fit is said by the view, the same for every mistake.
    """

    number = forms.CharField(
        label=_("Order number"),
        help_text=_("In the confirmation, for example 2611-038472-7"),
        max_length=40,
        error_messages={"required": _("Enter the number of the order")},
    )
    phone = forms.CharField(
        label=_("Mobile phone"),
        help_text=_("The number that the order was placed with"),
        max_length=30,
        error_messages={"required": _("Enter the mobile number of the recipient")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["number"].widget.attrs.update({"autocomplete": "off", "inputmode": "numeric"})
        self.fields["phone"].widget.attrs.update({"autocomplete": "tel", "inputmode": "tel"})
        self.use_required_attribute = False

    def clean_phone(self) -> str:
        """The number in E.164."""
        try:
            return phones.parse_mobile(self.cleaned_data["phone"])
        except phones.PhoneError as error:
            raise forms.ValidationError(str(error)) from error
