"""Alcoholic drinks: a private section behind a question of age (Law 44/2019/QH14; minors may not see, search or buy).

The date of birth is judged and forgotten. What stays is a signed session cookie that says "18+" and nothing else.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django import forms
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from catalog import detail
from catalog.cards import product_cards
from catalog.clock import today
from catalog.models import Product

COOKIE = "ocop_age"
ADULT_AT = 18
_signer = Signer(salt="catalog.alcohol")

View = Callable[..., HttpResponse]


def is_adult(born_on: date, on: date) -> bool:
    """Whether 18 full years have passed; someone born on 29 February comes of age on 1 March."""
    return (on.year - born_on.year, (on.month, on.day)) >= (ADULT_AT, (born_on.month, born_on.day))


def _told(sentence: Any) -> dict[str, Any]:
    """The same sentence whatever is wrong with a number."""
    return dict.fromkeys(("required", "invalid", "min_value", "max_value"), sentence)


class BirthDateForm(forms.Form):
    """Three numbers instead of a calendar: nobody pages back eighteen years."""

    day = forms.IntegerField(
        label=_("Day"), min_value=1, max_value=31, error_messages=_told(_("Enter the day as a number from 1 to 31."))
    )
    month = forms.IntegerField(
        label=_("Month"),
        min_value=1,
        max_value=12,
        error_messages=_told(_("Enter the month as a number from 1 to 12.")),
    )
    year = forms.IntegerField(
        label=_("Year"), min_value=1900, max_value=2100, error_messages=_told(_("Enter the year with four digits."))
    )

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if not self.errors:
            try:
                data["born_on"] = date(data["year"], data["month"], data["day"])
            except ValueError:
                self.add_error("day", _("There is no such day. Check day, month and year."))
            else:
                if data["born_on"] > today():
                    self.add_error("year", _("This year lies in the future."))
        return data


def _declared_adult(request: HttpRequest) -> bool:
    try:
        return _signer.unsign(request.COOKIES.get(COOKIE, "")) == "18+"
    except BadSignature:
        return False


def _private(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def adults_only(view: View) -> View:
    """Asks the age first; everything behind it is private and stored nowhere."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if _declared_adult(request):
            return _private(view(request, *args, **kwargs))
        return _private(HttpResponseRedirect(f"{reverse('catalog:alcohol_gate')}?next={request.path}"))

    return asked


def alcohol_gate(request: HttpRequest) -> HttpResponse:
    """Asks for the date of birth, judges it, keeps only the answer."""
    following = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(following, allowed_hosts=None) or not following.startswith("/"):
        following = reverse("catalog:alcohol_list")
    form = BirthDateForm(request.POST or None)
    too_young = False
    if request.method == "POST" and form.is_valid():
        if is_adult(form.cleaned_data["born_on"], today()):
            response = HttpResponseRedirect(following)
            response.set_cookie(COOKIE, _signer.sign("18+"), httponly=True, samesite="Lax", secure=request.is_secure())
            return _private(response)
        too_young = True
    context = {"form": form, "next": following, "too_young": too_young}
    return _private(render(request, "catalog/alcohol_gate.html", context, status=403 if too_young else 200))


@adults_only
def alcohol_list(request: HttpRequest) -> HttpResponse:
    cards = product_cards(Product.objects.liquor().for_cards().order_by("title"))
    return render(request, "catalog/alcohol_list.html", {"cards": cards})


@adults_only
def alcohol_detail(request: HttpRequest, slug: str) -> HttpResponse:
    product = detail.find_product(Product.objects.liquor(), slug)
    if product is None:
        raise Http404
    context = detail.context(product, request.GET.get("size", ""))
    return render(request, "catalog/product_detail.html", {**context, "section": "", "is_liquor": True})
