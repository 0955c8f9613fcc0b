"""JSON-LD of products, and the form in which all structured data is written. Never a star as a rating by buyers."""

import json
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from catalog.addresses import absolute
from catalog.certification.selectors import StarClaim
from catalog.detail import PackOffer
from catalog.languages import localized
from catalog.models import Category, Product, ShippingClass
from catalog.partner.models import Partner
from catalog.photos.models import Photo
from catalog.terms import RETURN_DAYS

Data = dict[str, Any]

BEST_CLASS = 5

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_script(data: Iterable[Data]) -> SafeString:
    """One script element with all objects. It is data and not script; nothing in a text can end it early."""
    objects = [{"@context": "https://schema.org", **entry} for entry in data if entry]
    if not objects:
        return SafeString("")
    text = json.dumps(objects if len(objects) > 1 else objects[0], ensure_ascii=False, default=str)
    return mark_safe(f'<script type="application/ld+json">{text.translate(_ESCAPES)}</script>')  # noqa: S308


def breadcrumb(trail: Iterable[tuple[str, str]]) -> Data:
    """Names and paths, the page itself last."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": absolute(address)}
        for position, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def product_trail(product: Product, category: Category | None) -> Data:
    """Products, the category, the product."""
    products = reverse("catalog:product_list")
    steps = [(_("Products"), products)]
    if category:
        steps.append((localized(category, "name"), f"{products}?category={category.slug}"))
    return breadcrumb([*steps, (localized(product, "title"), product.get_absolute_url())])


def product_data(product: Product, photos: Iterable[Photo], claim: StarClaim | None) -> Data:
    """`Product` without its offer. The OCOP class is a certification of the state, with its class as rating there."""
    data: Data = {
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
        data["hasCertification"] = certification_data(claim)
    return data


def certification_data(claim: StarClaim) -> Data:
    return {
        "@type": "Certification",
        "name": _("OCOP {n}-star").format(n=claim.ocop_star),
        "certificationIdentification": claim.certificate_number,
        "certificationStatus": "https://schema.org/CertificationActive",
        "certificationRating": {
            "@type": "Rating", "ratingValue": claim.ocop_star, "bestRating": BEST_CLASS, "worstRating": 1,
        },
        "issuedBy": {"@type": "GovernmentOrganization", "name": claim.authority_name},
        "validFrom": claim.issued_on.isoformat(),
        "expires": claim.expires_on.isoformat(),
    }  # fmt: skip


def offer_data(product: Product, offer: PackOffer | None, partner: Partner | None, returns_path: str) -> Data:
    """`Offer` of the size on the page; nothing unless it can be bought now. `returns_path` leads to the conditions."""
    if offer is None or not product.is_parcel or offer.stock <= 0:
        return {}
    data: Data = {
        "@type": "Offer",
        "url": absolute(product.get_absolute_url()),
        "price": offer.price,
        "priceCurrency": "VND",
        "availability": "https://schema.org/InStock",
        "itemCondition": "https://schema.org/NewCondition",
    }
    if partner:
        data["seller"] = {"@type": "Organization", "name": partner.name}
    if returns_path and product.shipping_class != ShippingClass.CHILLED:  # fresh goods cannot come back
        data["hasMerchantReturnPolicy"] = _return_policy(returns_path)
    return data


def _return_policy(returns_path: str) -> Data:
    return {
        "@type": "MerchantReturnPolicy",
        "applicableCountry": "VN",
        "returnPolicyCategory": "https://schema.org/MerchantReturnFiniteReturnWindow",
        "merchantReturnDays": RETURN_DAYS,
        "returnMethod": "https://schema.org/ReturnByMail",
        "returnFees": "https://schema.org/ReturnFeesCustomerResponsibility",
        "merchantReturnLink": absolute(returns_path),
    }
