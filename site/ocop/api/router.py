"""The API as a whole: its document is `/api/v1/openapi.json`, its page `/api/v1/docs`."""

from django.conf import settings
from ninja import NinjaAPI

from . import places, products

api = NinjaAPI(
    title=settings.SITE_NAME,
    version="1",
    description=(
        "Products, producers and places of the OCOP shop. Reading needs no key. Alcoholic drinks are not part of it. "
        "A page that does not exist answers 404, a parameter that cannot be understood 422, both as JSON."
    ),
    urls_namespace="api",
)
api.add_router("", products.router)
api.add_router("", places.router)
