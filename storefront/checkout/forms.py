"""The one form of the checkout. Every refusal is a sentence that says what to do."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.places.models import AdminUnit
from catalog.places.selectors import CommuneMatch, find_communes, path_label
from catalog.vietnamese import normalize
from storefront.gateways.registry import GATEWAYS
from storefront.mobile_field import MobileField
from storefront.order.records import Recipient

CANDIDATES = 8
HOME_DELIVERY = "home"
_AUTOCOMPLETE = {"name": "name", "email": "email", "street": "street-address", "commune_text": "off"}


class TidyField(forms.CharField):
    """Text in the form in which it is stored. Its length is judged then: NFC can be longer than what was typed."""

    def to_python(self, value: Any) -> str:
        return normalize(super().to_python(value) or "")


class CheckoutForm(forms.Form):
    """Contact, place, delivery, payment, consent. `placing` also asks for the consent.

    After validation `commune_match` is the commune that was meant, `candidates` are those that it may have been.
    """

    name = TidyField(
        label=_("Full name"), max_length=120, error_messages={"required": _("Enter the full name of the recipient")}
    )
    phone = MobileField(help_text=_("The carrier calls this number before coming"))
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        help_text=_("For the confirmation of the order"),
        required=False,
        error_messages={"invalid": _("This is no email address. Example: ten@example.com")},
    )
    street = TidyField(
        label=_("House number and street, or hamlet"),
        max_length=200,
        error_messages={"required": _("Enter house number and street, or the hamlet")},
    )
    commune_text = forms.CharField(
        label=_("Commune, ward or special zone"),
        help_text=_("Type today's name or the former one, then choose from the list"),
        max_length=120,
        required=False,
    )
    commune = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = TidyField(label=_("Note for the carrier"), max_length=200, required=False)
    delivery = forms.ChoiceField(choices=[(HOME_DELIVERY, HOME_DELIVERY)], initial=HOME_DELIVERY)
    payment = forms.ChoiceField(
        choices=[(method.code, method.code) for method in GATEWAYS],
        error_messages={"required": _("Choose how to pay.")},
    )
    terms = forms.BooleanField(
        label=_("I agree"), error_messages={"required": _("Read and accept the terms to place the order")}
    )
    seen = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, placing: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commune_match: CommuneMatch | None = None
        self.candidates: list[CommuneMatch] = []
        self.fields["terms"].required = placing
        for field, value in _AUTOCOMPLETE.items():
            self.fields[field].widget.attrs["autocomplete"] = value
        # The server says what is missing in sentences of its own, in the language of the page.
        self.use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self._find_commune(normalize(data.get("commune_text") or ""), data.get("commune"))
        if self.commune_match is None:
            self.add_error("commune_text", self._commune_sentence())
        return data

    def _find_commune(self, typed: str, chosen_id: int | None) -> None:
        """The chosen row counts while it fits what is typed: who types on means another place."""
        self.candidates = find_communes(typed, CANDIDATES) if typed else []
        chosen = next((match for match in self.candidates if match.commune.pk == chosen_id), None)
        if chosen is None and chosen_id and not self.candidates:
            chosen = commune_match(chosen_id) if not typed else None
        whole = [match for match in self.candidates if match.is_whole] or self.candidates
        self.commune_match = chosen or (whole[0] if len(whole) == 1 else None)

    def _commune_sentence(self) -> str:
        typed = (self.cleaned_data.get("commune_text") or "").strip()
        if not typed:
            return gettext("Enter the commune, ward or special zone")
        if not self.candidates:
            return gettext("Nothing is called “{typed}”. Try it without the district, or with its province").format(
                typed=typed
            )
        return gettext("Choose a line of the list, so that we get the shipping fee right")

    def recipient(self) -> Recipient:
        """Only of a valid form."""
        data, match = self.cleaned_data, self.commune_match
        if match is None:
            raise ValueError("the form is not valid")
        return Recipient(data["name"], data["phone"], data["street"], match.commune, data["email"], data["note"])


def commune_match(commune_id: int) -> CommuneMatch | None:
    """The commune of today with this id, as the list shows it."""
    unit = AdminUnit.objects.communes().current().select_related("parent").filter(pk=commune_id).first()
    return CommuneMatch(unit, path_label(unit), "") if unit else None
