"""Texts in the language of the page, marked where they are not, and the page's address in the other language."""

from django import template
from django.template.context import Context
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import override

from catalog import languages

register = template.Library()


@register.filter
def localized(instance: object, field: str) -> str:
    """`{{ product|localized:"title" }}`: in the language of the page, Vietnamese where there is no English."""
    return languages.localized(instance, field) if instance else ""


@register.simple_tag
def text_lang(instance: object, field: str) -> SafeString:
    """`lang="vi"` where Vietnamese text stands on an English page, otherwise nothing."""
    return foreign_lang(languages.text_language(instance, field)) if instance else SafeString("")


@register.filter
def foreign_lang(language: str | None) -> SafeString:
    """The attribute ` lang="…"` if the text's language differs from the page's; else, and when unknown, nothing."""
    page = "en" if languages.is_english() else "vi"
    return format_html(' lang="{}"', language) if language and language != page else SafeString("")


@register.simple_tag(takes_context=True)
def other_language_url(context: Context) -> str:
    """This page's address in the other language; that language's home where the page has none.

    A view may say better with `language_url` (pages of Wagtail must: their slugs differ). The query string is dropped.
    """
    other = "vi" if languages.is_english() else "en"
    if context.get("language_url"):
        return str(context["language_url"])
    path = context["request"].path if "request" in context else ""
    try:
        match = resolve(path)
    except Resolver404:
        match = None
    if match is None or not match.namespace:
        return "/en/" if other == "en" else "/"
    translated = translate_url(path, other)
    return translated if translated != path else _untranslated(match.view_name, other)


def _untranslated(view_name: str, language: str) -> str:
    with override(language):
        return reverse("catalog:product_list") if view_name.startswith("catalog:") else f"/{'en/' * (language == 'en')}"
