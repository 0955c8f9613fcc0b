"""Oscar's basket middleware, where there is a basket to show and nowhere else."""

from django.http import HttpRequest, HttpResponse
from oscar.apps.basket import middleware

SHOP_PATHS = ("/gio-hang/", "/dat-hang/", "/en/basket/", "/en/checkout/", "/dashboard/")


class BasketMiddleware(middleware.BasketMiddleware):
    """Touching `request.user` on every page would put `Vary: Cookie` on every page (architecture: known clashes)."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(SHOP_PATHS):
            return super().__call__(request)
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if hasattr(request, "basket"):
            return super().process_template_response(request, response)
        return response
