"""Which pages everybody may see: published, and closed neither themselves nor by a page above them."""

from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

P = TypeVar("P", bound=Page)


def public(pages: QuerySet[P]) -> QuerySet[P]:
    """Narrows to live pages without a restriction. No query of its own: lists have a fixed number of them."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = PageViewRestriction.objects.alias(asked=path).filter(asked__startswith=F("page__path"))
    return pages.filter(~Exists(closed), live=True)
