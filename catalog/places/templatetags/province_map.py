"""`{% province_map provinces %}`: the map with a link for every province, and the same links as a list."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from catalog.places.outline import HEIGHT, WIDTH, outline

register = template.Library()

MANY = 5  # products from which a province is drawn darker


@register.inclusion_tag("components/province_map.html")
def province_map(
    provinces: Iterable[Mapping[str, Any]], *, show_list: bool = True, list_limit: int = 15
) -> dict[str, Any]:
    """`provinces`: mappings with slug, name, count and url. Provinces that are missing are drawn without a link."""
    drawn = outline()
    given = {province["slug"]: province for province in provinces}
    land = [
        {"path": path, "shade": _shade(given.get(slug, {}).get("count", 0)), **given.get(slug, {"url": ""})}
        for slug, path in drawn.provinces.items()
    ]
    ranked = sorted(given.values(), key=lambda province: -province["count"])
    return {
        "land": land, "hoang_sa": drawn.hoang_sa, "truong_sa": drawn.truong_sa, "width": WIDTH, "height": HEIGHT,
        "show_list": show_list, "first": ranked[:list_limit], "rest": ranked[list_limit:],
    }  # fmt: skip


def _shade(count: int) -> str:
    return "many" if count >= MANY else "some" if count else ""
