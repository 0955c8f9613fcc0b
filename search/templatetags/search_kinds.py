"""What one result is called; the plural of `Kind` names the tab."""

from django import template
from django.utils.translation import pgettext

from search.models import Kind

register = template.Library()


@register.filter
def kind_name(kind: Kind) -> str:
    """ "Product", "Story": one thing of this kind."""
    names = {
        Kind.PRODUCT: pgettext("one search result", "Product"),
        Kind.STORY: pgettext("one search result", "Story"),
        Kind.PRODUCER: pgettext("one search result", "Producer"),
        Kind.VILLAGE: pgettext("one search result", "Village"),
        Kind.FAIR: pgettext("one search result", "Fair"),
        Kind.NEWS: pgettext("one search result", "News"),
        Kind.DOCUMENT: pgettext("one search result", "Document"),
        Kind.SALES_POINT: pgettext("one search result", "Sales point"),
        Kind.POLICY: pgettext("one search result", "Rules"),
    }
    return names[kind]
