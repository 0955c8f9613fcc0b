"""What machines read about a product (schema.org as JSON-LD)."""

import json
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from catalog.certification.selectors import StarClaim
from catalog.detail import PackOffer
from catalog.languages import localized
from catalog.models import Product
from catalog.photos.models import Photo

from .addresses import absolute

register = template.Library()

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.simple_tag
def product_json_ld(
    product: Product, photos: list[Photo], claim: StarClaim | None, offer: PackOffer | None, *, is_sold: bool = True
) -> SafeString:
    """`Product`, with an `Offer` only if it can be bought. The OCOP class is a certification, never a rating."""
    data: dict[str, Any] = {
        "@type": "Product",
        "name": localized(product, "title"),
        "description": localized(product, "summary"),
        "url": absolute(product.get_absolute_url()),
        "image": [absolute(photo.file.url) for photo in photos],
    }
    if product.upc:
        data["gtin14"] = product.upc
    if product.producer:
        data["manufacturer"] = {"@type": "Organization", "name": product.producer.name}
    if claim and claim.is_valid:
        data["hasCertification"] = _certification(claim)
    if is_sold and offer and product.is_parcel and offer.stock > 0:
        data["offers"] = {
            "@type": "Offer",
            "price": offer.price,
            "priceCurrency": "VND",
            "availability": "https://schema.org/InStock",
        }
    return _script(data)


def _certification(claim: StarClaim) -> dict[str, Any]:
    return {
        "@type": "Certification",
        "name": f"OCOP {claim.ocop_star} sao",
        "certificationIdentification": claim.certificate_number,
        "issuedBy": {"@type": "GovernmentOrganization", "name": claim.authority_name},
        "validFrom": claim.issued_on.isoformat(),
        "expires": claim.expires_on.isoformat(),
    }


def _script(data: Mapping[str, Any]) -> SafeString:
    """A block of JSON-LD. It is data and not script; `<` and `&` are escaped so that no text can end it."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text.translate(_ESCAPES)))  # noqa: S308
