"""The basket: adding from cached pages, changing, looking. Everything works without JavaScript; htmx gets parts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from catalog.languages import localized
from catalog.models import Product
from catalog.money import net_content
from storefront.same_origin import Origin, origin_of

from .models import Line
from .selectors import basket_contents, basket_with_offers, lowest_shipping, shown_product
from .services import BasketRefused, basket_add, basket_line_remove, basket_line_set

_MOST_DIGITS = 6  # of pieces
_ID_DIGITS = 18  # what a BigAutoField holds for sure


@never_cache
@require_GET
def basket(request: HttpRequest) -> HttpResponse:
    return _show(request)


@never_cache
@csrf_exempt
@require_POST
def basket_add_view(request: HttpRequest) -> HttpResponse:
    """Adds from a page without a token: only if the browser says that the post comes from our own pages."""
    origin = origin_of(request)
    if origin is Origin.FOREIGN:
        return HttpResponseForbidden(_("Add products from their own page on this site."), content_type="text/plain")
    product, quantity = _asked(request)
    if origin is Origin.UNKNOWN:
        shown = shown_product(product)
        context = {
            "product": product,
            "shown": shown,
            "pack": net_content(product),
            "title": localized(shown, "title"),
            "quantity": quantity,
        }
        return render(request, "storefront/basket_confirm.html", context)
    return _add(request, product, quantity)


@never_cache
@require_POST
def basket_add_confirmed(request: HttpRequest) -> HttpResponse:
    """The same with a token, for browsers that do not say where a post comes from."""
    return _add(request, *_asked(request))


def _asked(request: HttpRequest) -> tuple[Product, int]:
    product_id = _number(request.POST.get("product_id", ""), _ID_DIGITS)
    product = Product.objects.select_related("parent").filter(pk=product_id).first() if product_id else None
    # Hidden goods and liquor must not even answer with their name: nobody was asked the age here.
    if product is None or not all(part.is_public and not part.is_alcohol for part in (product, shown_product(product))):
        raise Http404
    return product, _pieces(request.POST.get("quantity", "1")) or 0


def _number(typed: str, most_digits: int = _MOST_DIGITS) -> int | None:
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= most_digits else None


def _pieces(typed: str) -> int | None:
    """A number beyond every stock still is a number: the answer tells how many are left."""
    typed = typed.strip()
    is_huge = typed.isascii() and typed.isdigit() and len(typed) > _MOST_DIGITS
    return 10**_MOST_DIGITS if is_huge else _number(typed)


def _add(request: Any, product: Product, quantity: int) -> HttpResponse:
    try:
        basket_add(basket=_real(request), product=product, quantity=quantity)
    except BasketRefused as error:
        name = localized(shown_product(product), "title")
        if request.headers.get("HX-Request"):
            return render(request, "storefront/basket_added.html", {"refusal": str(error), "name": name})
        return _show(request, refusal=f"{name}: {error}", status=409)
    if request.headers.get("HX-Request"):
        name = localized(shown_product(product), "title")
        return render(request, "storefront/basket_added.html", {"name": name, "quantity": quantity})
    return HttpResponseRedirect(reverse("storefront:basket"))


@never_cache
@require_POST
def basket_update(request: HttpRequest) -> HttpResponse:
    """Sets the pieces of one line, or takes it out (`remove`). What was typed stays beside its sentence."""
    line_id = _number(request.POST.get("line", ""), _ID_DIGITS)
    typed = request.POST.get("quantity", "")
    if line_id is None:
        raise Http404
    problem = ""
    try:
        if "remove" in request.POST:
            basket_line_remove(basket=_real(request), line_id=line_id)
        else:
            quantity = _pieces(typed)
            if quantity is None:
                raise BasketRefused(_("Enter a number from 0 on; 0 takes the product out."))
            basket_line_set(basket=_real(request), line_id=line_id, quantity=quantity)
    except BasketRefused as error:
        problem = str(error)
    except Line.DoesNotExist:
        pass  # another tab has taken it out already: the page shows what is there
    if _is_htmx(request):
        return _show(request, problem=problem, problem_line=line_id, typed=typed)
    if problem:
        return _show(request, problem=problem, problem_line=line_id, typed=typed, status=422)
    return HttpResponseRedirect(reverse("storefront:basket"))


def _is_htmx(request: HttpRequest) -> bool:
    return bool(request.headers.get("HX-Request"))


def _real(request: Any) -> Any:
    """The basket itself, so that a service that gives it an id changes what the middleware sees."""
    str(request.basket.status)  # the middleware loads it lazily
    return request._basket_cache


def _show(request: Any, *, status: int = 200, **said: Any) -> HttpResponse:
    """`said`: `refusal` for the page, or `problem` beside `problem_line` with what was `typed`."""
    contents = basket_contents(basket_with_offers(_real(request)))
    context = {"contents": contents, "lowest_shipping": lowest_shipping(contents), **said}
    template = "storefront/basket_contents.html" if _is_htmx(request) else "storefront/basket.html"
    return render(request, template, context, status=status)
