"""What was true of a product when it was bought: the star with its evidence, the maker, the place, the pack."""

from datetime import date
from typing import Any

from catalog.certification.selectors import StarClaim
from catalog.places.selectors import path_label
from storefront.basket.selectors import BasketLine, shown_product

VERSION = 1


def line_columns(line: BasketLine) -> dict[str, Any]:
    """Columns of `order.Line`. A star stands there only if its certificate was valid that day."""
    shown = shown_product(line.product)
    producer = shown.producer
    claim = line.claim if line.claim and line.claim.is_valid else None
    return {
        "product_slug": shown.slug,
        "producer_name": producer.name if producer else "",
        "place_name": path_label(producer.commune) if producer else "",
        "ocop_star": claim.ocop_star if claim else None,
        "certificate_number": claim.certificate_number if claim else "",
        "decision_number": claim.decision_number if claim else "",
        "certificate_expires_on": claim.expires_on if claim else None,
        "snapshot": _snapshot(line),
    }


def _snapshot(line: BasketLine) -> dict[str, Any]:
    product, shown = line.product, shown_product(line.product)
    return {
        "version": VERSION,
        "product": {
            "id": product.pk,
            "slug": product.slug,
            "title": shown.title,
            "title_en": shown.title_en,
            "gtin": product.upc or "",
            "net_content": str(product.net_content or ""),
            "net_unit": product.net_unit,
            "pack": line.pack_word,
            "pack_label": line.pack,
            "is_sample": shown.is_sample,
        },
        "producer": {"id": shown.producer_id, "slug": shown.producer.slug if shown.producer else ""},
        "price": line.price,
        "certificate": _certificate(line.claim),
    }


def _certificate(claim: StarClaim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {
        "id": claim.certificate_id,
        "number": claim.certificate_number,
        "ocop_star": claim.ocop_star,
        "potential_5": claim.potential_5,
        "scheme": claim.scheme,
        "state": claim.state,
        "issued_on": claim.issued_on.isoformat(),
        "expires_on": claim.expires_on.isoformat(),
        "revoked_on": _iso(claim.revoked_on),
        "decision_number": claim.decision_number,
        "decision_date": claim.decision_date.isoformat(),
        "authority": claim.authority_name,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
