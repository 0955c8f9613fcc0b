"""`/products` and `/producers`: a fixed number of queries, whatever the page size."""

from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from catalog import models
from catalog.certification.selectors import StarClaim, stars_of
from catalog.producers.models import Producer

from . import schemas
from .paging import PageNumber, PageSize, page_of

router = Router(tags=["catalog"])
PROBLEMS = {404: schemas.Error}


@router.get("/products", response={200: schemas.ProductPage, **PROBLEMS}, url_name="products")
def products(request: HttpRequest, page: PageNumber = 1, page_size: PageSize = 20) -> dict[str, Any]:
    """All products but alcoholic drinks, in a stable order."""
    rows = (
        models.Product.objects.shown()
        .with_offer()
        .select_related("producer__commune__parent", "criteria_set__group")
        .defer("description", "description_en")
        .order_by("pk")
    )
    total, found = page_of(rows, page, page_size)
    claims = stars_of(found)
    return {"total": total, "page": page, "results": [_product(row, claims.get(row.pk)) for row in found]}


def _product(product: Any, claim: StarClaim | None) -> dict[str, Any]:
    producer = product.producer
    province = producer.commune.parent if producer else None
    return {
        "slug": product.slug,
        "title": product.title,
        "title_en": product.title_en,
        "url": f"{settings.BASE_URL}{product.get_absolute_url()}",
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


@router.get("/producers", response={200: schemas.ProducerPage, **PROBLEMS}, url_name="producers")
def producers(request: HttpRequest, page: PageNumber = 1, page_size: PageSize = 20) -> dict[str, Any]:
    """All published producers."""
    shown = Q(products__is_public=True, products__is_alcohol=False) & ~Q(products__structure="child")
    rows = (
        Producer.objects.published()
        .select_related("commune__parent")
        .annotate(product_count=Count("products", filter=shown))
        .order_by("pk")
    )
    total, found = page_of(rows, page, page_size)
    return {"total": total, "page": page, "results": [_producer(row) for row in found]}


def _producer(producer: Any) -> dict[str, Any]:
    commune = producer.commune
    return {
        "slug": producer.slug,
        "name": producer.name,
        "name_en": producer.name_en,
        "kind": producer.kind,
        "url": f"{settings.BASE_URL}{reverse('content:producer_detail', kwargs={'slug': producer.slug})}",
        "commune": commune.name,
        "province": commune.parent.name if commune.parent else commune.name,
        "product_count": producer.product_count,
    }
