"""Looking an order up, its page, cancelling it. All private: never cached, never indexed, no referrer."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from storefront.same_origin import Origin, origin_of
from storefront.throttle import client_address, count, is_over

from . import numbers
from .forms import LookupForm
from .models import DeclaredBy
from .progress import StepRefused, order_cancel
from .selectors import find_by_phone, find_order, order_view

TRIES_A_CLIENT = 10
TRIES_A_NUMBER = 5

View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """Whoever holds the address sees the page; nobody else should learn it."""

    @wraps(view)
    @never_cache
    def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return kept


@private
@csrf_exempt
@require_http_methods(["GET", "POST"])
def order_lookup(request: HttpRequest) -> HttpResponse:
    """The form carries no token, so that looking at it leaves no cookie. Posts of other sites are refused.

    A browser that does not say where its post comes from is believed: whoever knows number and phone of an order may
    see it anyway, and nothing is changed.
    """
    if request.method != "POST":
        form = LookupForm(initial={"number": request.GET.get("so", "")[:40]})
        return render(request, "storefront/order_lookup.html", {"form": form})
    if origin_of(request) is Origin.FOREIGN:
        return HttpResponseForbidden(_("Look an order up on this site itself."), content_type="text/plain")
    form = LookupForm(request.POST)
    if not form.is_valid():
        return render(request, "storefront/order_lookup.html", {"form": form}, status=422)
    return _look_up(request, form)


def _look_up(request: HttpRequest, form: LookupForm) -> HttpResponse:
    client = client_address(request)
    number = numbers.tidy(form.cleaned_data["number"]) or form.cleaned_data["number"]
    if is_over("order-client", client, TRIES_A_CLIENT) or is_over("order-number", number, TRIES_A_NUMBER):
        form.add_error(None, _("Too many tries. Wait a quarter of an hour, or call us."))
        return render(request, "storefront/order_lookup.html", {"form": form}, status=429)
    order = find_by_phone(number, form.cleaned_data["phone"])
    if order is None:
        count("order-client", client)
        count("order-number", number)
        form.add_error(None, _("No order has this number and this phone. Look at both once more."))
        return render(request, "storefront/order_lookup.html", {"form": form}, status=404)
    return HttpResponseRedirect(
        reverse("storefront:order_detail", kwargs={"number": order.number, "key": order.access_key})
    )


@private
@require_GET
def order_number(request: HttpRequest, number: str) -> HttpResponse:
    """An address with the number alone opens nothing; it fills the number in."""
    return HttpResponseRedirect(f"{reverse('storefront:order_lookup')}?{urlencode({'so': number})}")


@private
@require_GET
def order_detail(request: HttpRequest, number: str, key: str) -> HttpResponse:
    return _show(request, number, key)


@private
@require_POST
def order_cancel_view(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """The buyer calls off what has not left."""
    order = find_order(number, key)
    if order is None:
        raise Http404
    try:
        order_cancel(order=order, declared_by=DeclaredBy.BUYER)
    except StepRefused as error:
        return _show(request, number, key, refusal=str(error), status=409)
    return HttpResponseRedirect(reverse("storefront:order_detail", kwargs={"number": number, "key": key}))


def _show(request: HttpRequest, number: str, key: str, *, refusal: str = "", status: int = 200) -> HttpResponse:
    order = find_order(number, key)
    if order is None:
        raise Http404
    context = {"view": order_view(order), "number": number, "key": key, "refusal": refusal}
    return render(request, "storefront/order_detail.html", context, status=status)
