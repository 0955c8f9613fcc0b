"""Product list and product page. Oscar's own views stay unrouted: they count and set a cookie on every GET."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from catalog import detail
from catalog.filters import read_filter
from catalog.listing import list_products
from catalog.models import Product
from catalog.paging import page_number


def product_list(request: HttpRequest) -> HttpResponse:
    filter_ = read_filter(request.GET)
    listing = list_products(filter_, page_number(request))
    template = "catalog/product_results.html" if request.headers.get("HX-Request") else "catalog/product_list.html"
    response = render(request, template, {"section": "products", "filter": filter_, "listing": listing})
    patch_vary_headers(response, ["HX-Request"])
    return response


def product_detail(request: HttpRequest, slug: str) -> HttpResponse:
    product = detail.find_product(Product.objects.shown(), slug)
    if product is None:
        raise Http404
    return render(request, "catalog/product_detail.html", detail.context(product, request.GET.get("size", "")))
