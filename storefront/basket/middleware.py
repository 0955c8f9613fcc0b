"""Oscar's basket middleware, where there is a basket to show and nowhere else; a GET creates no basket."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from oscar.apps.basket import middleware
from oscar.core.loading import get_model

from catalog import prefixes

SHOP_PATHS = (*prefixes.BASKET, *prefixes.CHECKOUT, "/dashboard/")
# Read by the header's script on pages that are cached for everybody; it holds a number and nothing else.
COUNT_COOKIE = "ocop_basket"


class BasketMiddleware(middleware.BasketMiddleware):
    """Touching `request.user` on every page would put `Vary: Cookie` on it, and no cache could share it any more."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(SHOP_PATHS):
            return super().__call__(request)
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if hasattr(request, "basket"):
            return super().process_template_response(request, response)
        return response

    def get_basket(self, request: Any) -> Any:
        """The owner's open basket, or the cookie's, or a new one that is not saved yet.

        The cookie's was handed over at sign-in (`receivers`); what another tab began meanwhile follows with a post.
        """
        from .services import basket_hand_over  # noqa: PLC0415  middleware loads before the apps

        if request._basket_cache is not None:
            return request._basket_cache
        model = get_model("basket", "Basket")
        key = self.get_cookie_key(request)
        basket = self.get_cookie_basket(key, request, model.open)
        if request.user.is_authenticated:
            if basket is not None and request.method == "POST":
                basket = basket_hand_over(owner=request.user, cookie_basket=basket)
                request.cookies_to_delete.append(key)
            else:
                basket = model.open.filter(owner=request.user).order_by("pk").first()
            basket = basket or model(owner=request.user)
        request._basket_cache = basket or model()
        return request._basket_cache

    def process_response(self, request: Any, response: HttpResponse) -> HttpResponse:
        """Sets the cookie that finds a guest's basket, and the one with the number of its pieces."""
        from .selectors import pieces_in  # noqa: PLC0415  middleware loads before the apps

        for name in request.cookies_to_delete:
            response.delete_cookie(name)
        basket = getattr(request, "_basket_cache", None)
        if basket is None:
            return response
        key = self.get_cookie_key(request)
        if basket.pk and basket.status == "Open" and not request.user.is_authenticated:
            name = self.get_basket_hash(basket.pk)
            if request.COOKIES.get(key) != name or key in request.cookies_to_delete:
                self._set_cookie(response, key, name, httponly=True)
        pieces = pieces_in(basket)
        if pieces:
            self._set_cookie(response, COUNT_COOKIE, str(pieces))
        elif COUNT_COOKIE in request.COOKIES:
            response.delete_cookie(COUNT_COOKIE)
        return response

    def _set_cookie(self, response: HttpResponse, name: str, value: str, *, httponly: bool = False) -> None:
        response.set_cookie(
            name,
            value,
            max_age=settings.OSCAR_BASKET_COOKIE_LIFETIME,  # type: ignore[misc]  # from oscar.defaults
            secure=settings.OSCAR_BASKET_COOKIE_SECURE,
            httponly=httponly,
            samesite="Lax",
        )
