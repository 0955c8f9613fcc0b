"""Oscar's order forms, with statuses in words and only steps that work."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from oscar.apps.dashboard.orders import forms as oscar_forms
from oscar.forms.widgets import DatePickerInput

from storefront.order.models import Order, ParcelStatus, ShippingAddress
from storefront.order.steps import needs_reason, order_steps
from storefront.order.wording import order_status_label

# At the ends of the calendar neither the next day nor Vietnam's midnight in UTC exists.
_DAYS = [MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 12, 31))]


class OrderSearchForm(forms.Form):
    """What staff search orders by; Oscar's asks for first and last names and for numbers that nobody here has."""

    number = forms.CharField(required=False, label=_("Order number"))
    who = forms.CharField(required=False, label=_("Recipient, phone or email"))
    product = forms.CharField(required=False, label=_("Product"))
    status = forms.ChoiceField(required=False, label=_("State of the order"))
    first = forms.DateField(required=False, label=_("From day"), widget=DatePickerInput, validators=_DAYS)
    last = forms.DateField(required=False, label=_("To day"), widget=DatePickerInput, validators=_DAYS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(code, order_status_label(code)) for code in Order.all_statuses()]
        self.fields["status"].choices = [("", _("All")), *labels]  # type: ignore[attr-defined]

    def conditions(self) -> dict[str, Any]:
        """Arguments of `orders_matching`; only of a valid form."""
        return {name: self.cleaned_data[name] for name in self.fields}


class OrderStatusForm(oscar_forms.OrderStatusForm):
    def __init__(self, order: Order, *args: Any, **kwargs: Any) -> None:
        super().__init__(order, *args, **kwargs)
        self.fields["new_status"].choices = order_steps(order)


class ParcelStepForm(forms.Form):
    """One step of a parcel that is at `now`; staff say why when it does not arrive."""

    parcel_status = forms.ChoiceField(
        choices=ParcelStatus.choices, error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a step."))
    )
    tracking_number = forms.CharField(required=False, max_length=40, label=_("Tracking number"))
    note = forms.CharField(required=False, max_length=200, label=_("Reason"))

    def __init__(self, now: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "note" in data and not data["note"] and needs_reason(self.now, data.get("parcel_status", "")):
            self.add_error("note", gettext("Say why: the buyer reads it."))
        return data

    def first_error(self) -> str:
        """What is wrong, for a page that says it above the order."""
        return next(str(error) for errors in self.errors.values() for error in errors)


class ShippingAddressForm(forms.ModelForm):
    """What can be corrected after the order: the place decided the fee and stays."""

    class Meta:
        model = ShippingAddress
        fields = ("first_name", "line1", "notes")
        labels = {  # noqa: RUF012  as Django reads it
            "first_name": _("Full name"),
            "line1": _("House number and street, or hamlet"),
            "notes": _("Note for the carrier"),
        }
