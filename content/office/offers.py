"""Price and stock of a product: one row for each size that is sold."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from catalog.models import Product
from catalog.money import grouped, net_content, parse_dong
from catalog.partner.selectors import stock_record_of
from catalog.services import price_set, stock_set

from .saving import show_errors

PERMISSION = "partner.change_stockrecord"


class OfferForm(forms.Form):
    """Whole đồng with VAT inside, and counted pieces. Dots or spaces may part the thousands of a price: "120.000".

    The pieces are sent along as they were shown: a parcel may leave while the form is open.
    """

    price = forms.CharField(label=gettext_lazy("Price in đồng, VAT included"), max_length=16)
    num_in_stock = forms.IntegerField(label=gettext_lazy("Pieces in stock"), min_value=0, required=False)
    counted_before = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def new_count(self) -> int | None:
        """The pieces, if somebody counted them anew."""
        counted: int | None = self.cleaned_data.get("num_in_stock")
        return None if counted == self.cleaned_data.get("counted_before") else counted

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_empty = cleaned.get("num_in_stock") is None and "num_in_stock" not in self.errors
        if is_empty and cleaned.get("counted_before") is not None:
            self.add_error("num_in_stock", _("Enter how many there are; 0 means sold out."))
        return cleaned

    def clean_price(self) -> int:
        price = parse_dong(self.cleaned_data["price"])
        if price is None:
            raise ValidationError(_("Enter a price in whole đồng, for example 120.000."))
        return price


def sold_units(product: Product) -> list[Product]:
    """The sizes of a product, smallest first, or the product itself."""
    packs = product.children.order_by("pk")
    return sorted(packs, key=lambda pack: pack.measure) if product.is_parent else [product]


def offer_forms(product: Product, data: Any = None) -> list[tuple[Product, OfferForm]]:
    """A form for each unit sold, with what is in force now."""
    rows = []
    for unit in sold_units(product):
        record = stock_record_of(unit)
        initial = {
            "price": grouped(record.price) if record and record.price is not None else "",
            "num_in_stock": record.num_in_stock if record else None,
            "counted_before": record.num_in_stock if record else None,
        }
        form = OfferForm(data, prefix=str(unit.pk), initial=initial)
        if not unit.get_product_class().track_stock:
            del form.fields["num_in_stock"], form.fields["counted_before"]
        rows.append((unit, form))
    return rows


def offers(request: HttpRequest, product_id: int) -> HttpResponse:
    """Show and change. What was typed stays when any row is refused, and then nothing is saved."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    product = get_object_or_404(Product.objects.exclude(structure="child"), pk=product_id)
    rows = offer_forms(product, request.POST or None)
    if request.method == "POST" and _save(rows):
        messages.success(request, _("Price and stock of “{title}” saved.").format(title=product.title))
        return redirect("office_offers", product_id=product.pk)
    units = [{"label": net_content(unit) or unit.get_title(), "form": form} for unit, form in rows]
    return render(request, "content/office/offers.html", {"product": product, "units": units})


def _save(rows: list[tuple[Product, OfferForm]]) -> bool:
    if not all([form.is_valid() for _unit, form in rows]):  # noqa: C419  every row shows its errors, not the first only
        return False
    form: OfferForm | None = None
    try:
        with transaction.atomic():
            for unit, form in rows:
                price_set(product=unit, price=form.cleaned_data["price"])
                counted = form.new_count()
                if counted is not None:
                    before = form.cleaned_data["counted_before"]
                    stock_set(product=unit, num_in_stock=counted, counted_before=before)
    except ValidationError as error:
        if form is not None:
            show_errors(form, error)
            _remember_count(form, unit)
        return False
    return True


def _remember_count(form: OfferForm, unit: Product) -> None:
    """A refused count has told how many there are now: the next try goes on from there. Other refusals told nothing."""
    record = stock_record_of(unit)
    if "num_in_stock" in form.errors and record:
        form.data = dict(form.data.items()) | {form.add_prefix("counted_before"): record.num_in_stock}
