"""What templates need of pages: machine-readable facts, directions, stories about a product, the owner of the site."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from catalog import structured_data
from catalog.vietnamese import slugify
from content.selectors.articles import StoryCard
from content.selectors.links import stories_about_product
from content.selectors.owner import site_owner as owner_fields

register = template.Library()

_HEADING = re.compile(r"<h2\b([^>]*)>(.*?)</h2>", re.DOTALL)  # the editor gives headings attributes of its own


@register.simple_tag
def json_ld(data: Iterable[dict[str, Any]] | None) -> SafeString:
    """`{% json_ld structured_data %}`: one script of data, which needs no permission of the security policy."""
    return structured_data.as_script(data or [])


@register.filter
def anchored(html: str) -> SafeString:
    """Rich text whose second-level headings can be linked to: the id of "Nghi hàng giả" is `nghi-hang-gia`."""
    return mark_safe(_HEADING.sub(_with_id, html))  # noqa: S308  what came in was safe


def _with_id(heading: re.Match[str]) -> str:
    attributes, words = heading.groups()
    return f'<h2 id="{slugify(strip_tags(words))}"{attributes}>{words}</h2>'


@register.filter
def directions_url(place: Any) -> str:
    """Leads out to a map with the coordinates of anything that has latitude and longitude; empty without."""
    latitude, longitude = getattr(place, "latitude", None), getattr(place, "longitude", None)
    if latitude is None or longitude is None:
        return ""
    return f"https://www.google.com/maps/dir/?api=1&destination={latitude:.5f},{longitude:.5f}"


@register.simple_tag(takes_context=True)
def stories_about(context: Context, product: Any) -> list[StoryCard]:
    """`{% stories_about product as stories %}`: two queries."""
    return stories_about_product(product.pk, context["request"])


@register.simple_tag
def site_owner() -> dict[str, str]:
    """`{% site_owner as owner %}`: name, address, registration, responsible, phone, hours, email, notice."""
    return owner_fields()


@register.filter
def by_count(provinces: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The provinces with most products first."""
    return sorted(provinces, key=lambda province: (-province["count"], province["name"]))
