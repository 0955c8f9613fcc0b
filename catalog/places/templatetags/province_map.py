"""`{% province_map provinces %}`: the map with a link for every province."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from catalog.places.outline import HEIGHT, WIDTH, outline

register = template.Library()

MANY = 5  # products from which a province is drawn darker


@register.inclusion_tag("components/province_map.html")
def province_map(provinces: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """`provinces`: mappings with slug, name, count and url. Provinces that are missing are drawn without a link."""
    drawn = outline()
    given = {province["slug"]: province for province in provinces}
    land = [
        {"path": path, "shade": _shade(given.get(slug, {}).get("count", 0)), **given.get(slug, {"url": ""})}
        for slug, path in drawn.provinces.items()
    ]
    shape = {"hoang_sa": drawn.hoang_sa, "truong_sa": drawn.truong_sa, "width": WIDTH, "height": HEIGHT}
    return {"land": land, **shape}


def _shade(count: int) -> str:
    return "many" if count >= MANY else "some" if count else ""
