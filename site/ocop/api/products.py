"""`/products` and `/producers`: a fixed number of queries, whatever the page size."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from catalog import models
from catalog.addresses import absolute
from catalog.certification.selectors import StarClaim, stars_of
from catalog.paging import page_of
from catalog.producers.models import Producer

from . import schemas
from .paging import PageNumber, PageSize, known_parameters_only

router = Router(tags=["catalog"])


@router.get("/products", response={200: schemas.ProductPage, **schemas.REFUSALS}, url_name="products")
@known_parameters_only
def products(request: HttpRequest, page: PageNumber = 1, page_size: PageSize = 20) -> dict[str, Any]:
    """All products but alcoholic drinks, in a stable order."""
    found = page_of(models.Product.objects.shown().for_rows().order_by("pk"), page_size, page)
    rows = list(found.object_list)
    claims = stars_of(rows)
    return {
        "total": found.paginator.count,
        "page": page,
        "results": [_product(row, claims.get(row.pk)) for row in rows],
    }


def _product(product: Any, claim: StarClaim | None) -> dict[str, Any]:
    producer = product.producer
    province = producer.commune.parent if producer else None
    return {
        "slug": product.slug,
        "title": product.title,
        "title_en": product.title_en,
        "url": absolute(product.get_absolute_url()),
        "gtin": product.upc or None,
        "ocop_star": claim.ocop_star if claim and claim.is_valid else None,
        "certificate": _certificate(claim),
        "price": int(product.shown_price) if product.shown_price is not None else None,
        "in_stock": product.is_parcel and (product.net_stock or 0) > 0,
        "producer": {"slug": producer.slug, "name": producer.name} if producer else None,
        "province": province.name if province else None,
        "group": product.criteria_set.group.name if product.criteria_set else None,
    }


def _certificate(claim: StarClaim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {"number": claim.certificate_number, "state": claim.state, "expires_on": claim.expires_on}


@router.get("/producers", response={200: schemas.ProducerPage, **schemas.REFUSALS}, url_name="producers")
@known_parameters_only
def producers(request: HttpRequest, page: PageNumber = 1, page_size: PageSize = 20) -> dict[str, Any]:
    """The producers that the site lists: those with a product that is no alcoholic drink."""
    found = page_of(Producer.objects.listed().select_related("commune__parent").order_by("pk"), page_size, page)
    return {"total": found.paginator.count, "page": page, "results": [_producer(row) for row in found.object_list]}


def _producer(producer: Any) -> dict[str, Any]:
    commune = producer.commune
    return {
        "slug": producer.slug,
        "name": producer.name,
        "name_en": producer.name_en,
        "kind": producer.kind,
        "url": absolute(reverse("content:producer_detail", kwargs={"slug": producer.slug})),
        "commune": commune.name,
        "province": commune.parent.name if commune.parent else commune.name,
        "product_count": producer.product_count,
    }
