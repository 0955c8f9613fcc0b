"""Absolute addresses and the links between the two languages of a page."""

from django import template
from django.template.context import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from catalog.addresses import absolute
from catalog.languages import is_english

from .languages import other_language_url

register = template.Library()


register.filter("absolute", absolute)


@register.simple_tag(takes_context=True)
def alternate_links(context: Context) -> SafeString:
    """hreflang links between this page and its other language. Use it only where both pages exist."""
    here, there = context["request"].path, other_language_url(context)
    pages = {"en": here, "vi": there} if is_english() else {"vi": here, "en": there}
    return format_html_join(
        "",
        '<link rel="alternate" hreflang="{}" href="{}">',
        ((language, absolute(path)) for language, path in pages.items()),
    )
