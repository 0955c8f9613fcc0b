"""Producers and sales points: pages that exist whether or not an editor has written about them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.paging import page_number
from content import structured_data as data
from content.producer_pages import producer_list_context, producer_page_context
from content.selectors import producers, sales_points


def producer_list(request: HttpRequest) -> HttpResponse:
    filter_ = producers.ProducerFilter(
        kind=request.GET.get("kind", ""), province=request.GET.get("province", ""), page=page_number(request)
    )
    return render(request, "content/producer_list.html", producer_list_context(filter_))


def producer_detail(request: HttpRequest, slug: str) -> HttpResponse:
    producer = producers.find_producer(slug)
    if producer is None:
        raise Http404
    page = producers.find_producer_page(producer)
    return render(request, "content/producer_detail.html", producer_page_context(producer, page, request))


def sales_point_list(request: HttpRequest) -> HttpResponse:
    kind, province = request.GET.get("kind", ""), request.GET.get("province", "")
    context = sales_points.sales_point_listing(kind, province)
    return render(request, "content/sales_point_list.html", context)


def sales_point_detail(request: HttpRequest, slug: str) -> HttpResponse:
    point = sales_points.find_sales_point(slug)
    if point is None:
        raise Http404
    address = reverse("content:sales_point_detail", kwargs={"slug": slug})
    trail = [(_("Sales points"), reverse("content:sales_point_list"))]
    title = sales_points.title_of(point)
    context = {
        **sales_points.sales_point_context(point),
        "title": title,
        "breadcrumb": [*trail, (title, "")],
        "has_alternate": point.has_english,
        "og_image": data.share_picture(point.photo),
        "structured_data": [
            data.store_data(point, address),
            data.breadcrumb_data([*trail, (title, address)]),
        ],
    }
    return render(request, "content/sales_point_detail.html", context)
