"""What machines read about a product (schema.org as JSON-LD)."""

from django import template
from django.utils.safestring import SafeString

from catalog import structured_data
from catalog.certification.selectors import StarClaim
from catalog.detail import PackOffer
from catalog.models import Category, Product
from catalog.partner.models import Partner
from catalog.photos.models import Photo

register = template.Library()


@register.simple_tag
def product_json_ld(
    product: Product, *, photos: list[Photo], claim: StarClaim | None, offer: PackOffer | None,
    category: Category | None, partner: Partner | None, returns_path: str,
) -> SafeString:  # fmt: skip
    """`Product` with an `Offer` only if it can be bought, and its breadcrumb. `returns_path`: conditions of return."""
    data = structured_data.product_data(product, photos, claim)
    sold = structured_data.offer_data(product, offer, partner, returns_path)
    if sold:
        data["offers"] = sold
    return structured_data.as_script([data, structured_data.product_trail(product, category)])
