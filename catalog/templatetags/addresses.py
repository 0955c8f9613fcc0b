"""Absolute addresses, always under the host of the settings: a cached page must not repeat the host it was asked by."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from catalog.languages import is_english

from .languages import other_language_url

register = template.Library()


@register.filter
def absolute(path: Any) -> str:
    """`{{ product.get_absolute_url|absolute }}`; what is absolute already stays."""
    text = str(path)
    return text if text.startswith(("http://", "https://")) else f"{settings.BASE_URL}{text}"


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
