"""Texts in the language of the page, marked where they are not, and the page's address in the other language."""

from django import template
from django.template.context import Context
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import override

from catalog import languages
from catalog.vietnamese import looks_vietnamese, names_apart

register = template.Library()


@register.filter
def localized(instance: object, field: str) -> str:
    """`{{ product|localized:"title" }}`: in the language of the page, Vietnamese where there is no English."""
    return languages.localized(instance, field) if instance else ""


@register.filter
def language_of(instance: object, field: str) -> str:
    """The language in which `localized` answers, for components that take it as a variable."""
    return languages.text_language(instance, field) if instance else ""


@register.simple_tag
def text_lang(instance: object, field: str) -> SafeString:
    """`lang="vi"` where Vietnamese text stands on an English page, otherwise nothing."""
    return foreign_lang(languages.text_language(instance, field)) if instance else SafeString("")


@register.filter
def foreign_lang(language: str | None) -> SafeString:
    """The attribute ` lang="…"` if the text's language differs from the page's; else, and when unknown, nothing."""
    page = "en" if languages.is_english() else "vi"
    return format_html(' lang="{}"', language) if language and language != page else SafeString("")


@register.filter
def in_language(text: object, language: str | None) -> SafeString | str:
    """`{{ title|in_language:title_lang }}`: the text, inside a span that names its language if the page has another."""
    attribute = foreign_lang(language)
    if not attribute or not text:
        return "" if text is None else str(text)
    return format_html("<span{}>{}</span>", attribute, text)


@register.filter
def vietnamese(text: object) -> SafeString | str:
    """For names of places and people, which stay Vietnamese on every page: `{{ place|whole_names|vietnamese }}`."""
    return in_language(text, "vi")


@register.filter
def marked_names(text: object, language: str | None = "en") -> SafeString | str:
    """English text with Vietnamese names in it: each name says its language, so that it is read out right.

    Text whose own `language` is Vietnamese, and any on Vietnamese pages, stays as it is.
    """
    if not languages.is_english() or language != "en" or not text:
        return "" if text is None else str(text)
    pieces = names_apart(str(text))
    return format_html_join("", "{}", [(in_language(piece, "vi" if is_name else None),) for piece, is_name in pieces])


@register.filter
def as_written(text: object) -> SafeString | str:
    """For texts in either language that do not say in which: marked where they look Vietnamese, and names in them."""
    if isinstance(text, SafeString):
        return text
    return in_language(text, "vi") if looks_vietnamese(str(text)) else marked_names(text)


@register.filter
def written_lang(text: object) -> SafeString:
    """As `as_written`, but the attribute alone: for elements that hold nothing else."""
    return foreign_lang("vi" if looks_vietnamese(str(text)) else None)


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
