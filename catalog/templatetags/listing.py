"""Links of the product list: the same filter with one part more or less."""

from django import template
from django.utils.translation import gettext as _

from catalog.filters import EXPIRED, ProductFilter
from catalog.listing import Facets, FacetValue
from catalog.money import dong

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


@register.simple_tag
def listing_filter_label(facets: Facets, pair: tuple[str, str]) -> str:
    """What a filter in force is called on its chip."""
    name, value = pair
    values: dict[str, list[FacetValue]] = {
        "group": facets.groups,
        "category": facets.categories,
        "province": facets.provinces,
    }
    if name in values:
        return next((facet.label for facet in values[name] if facet.value == value), value)
    return _own_label(name, value)


def _own_label(name: str, value: str) -> str:
    if name == "star":
        return _("Certificate expired or revoked") if value == EXPIRED else _("{n}-star").format(n=value)
    if name == "stock":
        return _("In stock only")
    if name in {"min", "max"}:
        sentence = _("From {price}") if name == "min" else _("Up to {price}")
        return sentence.format(price=dong(int(value)))
    return f"“{value}”"


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
