"""Which pages everybody may see: published, and closed neither themselves nor by a page above them."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction

P = TypeVar("P", bound=Page)


def public(pages: QuerySet[P]) -> QuerySet[P]:
    """Narrows to live pages without a restriction. No query of its own: lists have a fixed number of them."""
    beginning = Substr(OuterRef("path"), 1, Length("page__path"))
    closed = PageViewRestriction.objects.filter(page__path=beginning)
    return pages.filter(~Exists(closed), live=True)
