"""`{% section_url "stories" %}`: links to sections of pages from any template."""

from django import template

from content.sections import section_path

register = template.Library()


@register.simple_tag
def section_url(key: str) -> str:
    """The address of a section in the language of the page."""
    return section_path(key)
