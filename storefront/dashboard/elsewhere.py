"""Names that Oscar's dashboard pages link to and that are worked on elsewhere: each leads to where that is.

Catalogue, partners, stock and people are edited in Wagtail's admin, which goes through our services.
"""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from catalog.models import Product
from catalog.partner.models import Partner


def to_product(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """The page of the product; a pack size has that of its parent."""
    return HttpResponseRedirect(get_object_or_404(Product.objects.select_related("parent"), pk=pk).get_absolute_url())


def to_partner(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """The page of the producer who sells, or of all."""
    partner = get_object_or_404(Partner.objects.select_related("producer"), pk=pk)
    if partner.producer is None:
        return HttpResponseRedirect(reverse("content:producer_list"))
    return HttpResponseRedirect(reverse("content:producer_detail", kwargs={"slug": partner.producer.slug}))


def to_user(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("wagtailusers_users:edit", args=[pk]))


def to_admin(request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("wagtailadmin_home"))


urlpatterns: list[URLPattern] = [
    path("elsewhere/products/", to_admin, name="catalogue-product-list"),
    path("elsewhere/products/<int:pk>/", to_product, name="catalogue-product"),
    path("elsewhere/partners/<int:pk>/", to_partner, name="partner-manage"),
    path("elsewhere/stock/", to_admin, name="stock-alert-list"),
    path("elsewhere/users/<int:pk>/", to_user, name="user-detail"),
]
