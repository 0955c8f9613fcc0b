"""Finding an order again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storefront.mobile_field import MobileField


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
    phone = MobileField(help_text=_("The number that the order was placed with"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["number"].widget.attrs.update({"autocomplete": "off", "inputmode": "numeric"})
        self.use_required_attribute = False
