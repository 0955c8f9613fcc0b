"""`{% return_days as days %}`: what the rules of the site promise."""

from django import template

from catalog.terms import RETURN_DAYS

register = template.Library()


@register.simple_tag
def return_days() -> int:
    """Days within which unopened goods may be returned."""
    return RETURN_DAYS
