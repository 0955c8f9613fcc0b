"""What the head of a document says once and machines read in several places."""

from typing import Any

from django import template
from django.conf import settings
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """`{% site_name %}`: the same in both languages."""
    return str(settings.SITE_NAME)


@register.tag
def page_title(parser: Parser, _token: Token) -> "PageTitle":
    """`{% page_title %}{% block title %}{% endblock %}{% end_page_title %}`: <title> and OpenGraph title from one text.

    Pages write only their own name; the name of the site follows it in <title>, and stands alone where there is none.
    """
    inner = parser.parse(("end_page_title",))
    parser.delete_first_token()
    return PageTitle(inner)


class PageTitle(template.Node):
    """Its inner nodes have escaped what they print, so the text goes into the attribute as it is."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        name = " ".join(self.nodelist.render(context).split()).replace('"', "&quot;")
        whole = f"{name} – {settings.SITE_NAME}" if name else settings.SITE_NAME
        share: Any = f'<meta property="og:title" content="{name or settings.SITE_NAME}">'
        return mark_safe(f"<title>{whole}</title>\n  {share}")  # noqa: S308
