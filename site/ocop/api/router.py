"""The API as a whole: its document is `/api/v1/openapi.json`, its page `/api/v1/docs`."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI

from . import places, products

api = NinjaAPI(
    title=settings.SITE_NAME,
    version="1",
    description=(
        "Products, producers and places of the OCOP shop. Reading needs no key. Alcoholic drinks are not part of it. "
        "What does not exist answers 404, a parameter that is unknown or cannot be understood 422, both as JSON."
    ),
    urls_namespace="api",
)
api.add_router("", products.router)
api.add_router("", places.router)


@csrf_exempt
def nothing_here(request: HttpRequest, rest: str = "") -> JsonResponse:
    """What programs get for addresses that the API does not have."""
    return JsonResponse({"detail": "Not Found"}, status=404)
