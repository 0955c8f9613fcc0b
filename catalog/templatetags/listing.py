"""Links of the product list: the same filter with one part more or less."""

from django import template

from catalog.filters import ProductFilter
from catalog.listing import Facets, FacetValue

register = template.Library()


@register.simple_tag
def without_filter(filter_: ProductFilter, name: str, value: str) -> str:
    """The query string of the list without one filter."""
    return "?" + filter_.query(without=(name, value))


@register.filter
def page_query(filter_: ProductFilter) -> str:
    """What stands before `page=…` in the links of the pagination."""
    query = filter_.query()
    return f"{query}&" if query else ""


@register.filter
def facet_label(facets: Facets, pair: tuple[str, str]) -> str:
    """What a filter in force is called; empty for those that the template names itself (star, prices, stock, words)."""
    name, value = pair
    values: dict[str, list[FacetValue]] = {
        "group": facets.groups,
        "category": facets.categories,
        "province": facets.provinces,
    }
    return next((facet.label for facet in values.get(name, []) if facet.value == value), "")


@register.filter
def chosen_first(values: list[FacetValue], number: int) -> list[FacetValue]:
    """The first values of a long list, all selected ones among them."""
    selected = sum(value.is_selected for value in values)
    return values[: max(number, selected)]


@register.filter
def rest_after(values: list[FacetValue], number: int) -> list[FacetValue]:
    """What `chosen_first` leaves for the fold below it."""
    selected = sum(value.is_selected for value in values)
    return values[max(number, selected) :]
