"""The checkout: one page, one form. `action=quote` sums up, `action=place` orders what was summed up."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_http_methods

from catalog.places.selectors import find_communes
from storefront.basket import cookie
from storefront.basket.selectors import BasketContents, basket_contents, basket_with_offers
from storefront.gateways.registry import GATEWAYS
from storefront.order.models import Order
from storefront.order.quotes import Quote, quote
from storefront.order.selectors import order_of_basket
from storefront.order.services import OrderRefused, order_place

from .forms import CANDIDATES, HOME_DELIVERY, CheckoutForm

_SHORTEST_QUERY = 2


@cache_control(private=True, no_cache=True)  # not no-store: the way back would end on an error of the browser
@require_http_methods(["GET", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    contents = _contents(request)
    if request.method == "POST":
        return _submitted(request, contents)
    if not contents.can_be_ordered:
        return HttpResponseRedirect(reverse("storefront:basket"))
    form = CheckoutForm(initial={"delivery": HOME_DELIVERY, "payment": GATEWAYS[0].code})
    return render(request, "storefront/checkout.html", _context(form, contents, None))


def _contents(request: Any) -> BasketContents:
    str(request.basket.status)  # the middleware loads it lazily
    return basket_contents(basket_with_offers(request._basket_cache))


def _submitted(request: Any, contents: BasketContents) -> HttpResponse:
    if contents.is_empty:
        order = _ordered_before(request)
        return HttpResponseRedirect(order_address(order) if order else reverse("storefront:basket"))
    placing = request.POST.get("action") == "place"
    form = CheckoutForm(request.POST, placing=placing)
    is_valid = form.is_valid()
    quoted = quote(contents, form.commune_match.commune) if form.commune_match and contents.parcels else None
    if request.headers.get("HX-Request"):
        return render(request, "storefront/checkout_quote.html", _context(form, contents, quoted) | {"is_part": True})
    if not is_valid or not placing:
        status = 200 if is_valid else 422
        return render(request, "storefront/checkout.html", _context(form, contents, quoted), status=status)
    return _place(request, form)


def _place(request: Any, form: CheckoutForm) -> HttpResponse:
    basket = request._basket_cache
    try:
        order = order_place(
            basket=basket,
            recipient=form.recipient(),
            seen=form.cleaned_data["seen"],
            payment_method=form.cleaned_data["payment"],
            terms_version=settings.TERMS_VERSION,
            language=(get_language() or "vi")[:2],
            user=request.user if request.user.is_authenticated else None,
        )
    except OrderRefused as error:
        contents = basket_contents(basket_with_offers(basket))
        quoted = quote(contents, form.recipient().commune) if contents.parcels else None
        context = _context(form, contents, quoted) | {"changes": error.sentences}
        return render(request, "storefront/checkout.html", context, status=409)
    basket.refresh_from_db(fields=["status"])
    request.cookies_to_delete.append(cookie.NAME)
    return HttpResponseRedirect(order_address(order))


def order_address(order: Order) -> str:
    return reverse("storefront:order_detail", kwargs={"number": order.number, "key": order.access_key})


def _ordered_before(request: HttpRequest) -> Order | None:
    """The order of the basket that the cookie names: the answer to the first of two submits may be lost."""
    basket_id = cookie.basket_id_of(request)
    return order_of_basket(basket_id) if basket_id else None


def _context(form: CheckoutForm, contents: BasketContents, quoted: Quote | None) -> dict[str, Any]:
    match = form.commune_match
    totals = [parcel.total for parcel in quoted.parcels] if quoted else []
    chosen = (form.data.get("payment") if form.is_bound else None) or GATEWAYS[0].code
    return {
        "form": form,
        "contents": contents,
        "quote": quoted,
        "commune": match,
        "candidates": [match] if match else form.candidates,
        "methods": [
            {
                "code": m.code,
                "title": m.title(),
                "note": m.note(),
                "refusal": m.refusal(totals),
                "checked": m.code == chosen,
            }
            for m in GATEWAYS
        ],
        "changes": [],
    }


@never_cache
@require_GET
def commune_suggest(request: HttpRequest) -> HttpResponse:
    """Communes that the typed words may mean: rows to choose from for htmx, JSON for others."""
    typed = (request.GET.get("q") or request.GET.get("commune_text") or "").strip()[:120]
    matches = find_communes(typed, CANDIDATES) if len(typed) >= _SHORTEST_QUERY else []
    if request.headers.get("HX-Request"):
        return render(request, "storefront/commune_options.html", {"candidates": matches, "typed": typed})
    rows = [{"id": match.commune.pk, "label": match.label, "former": match.former} for match in matches]
    return JsonResponse({"communes": rows}, json_dumps_params={"ensure_ascii": False})
