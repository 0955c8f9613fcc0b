"""Pages of a list: how they are asked for and counted."""

from typing import Annotated, Any

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import Http404
from ninja import Query

PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Counted from 1.")]
PageSize = Annotated[int, Query(ge=1, le=100, description="Results a page, at most 100.")]


def page_of(rows: QuerySet[Any], page: int, page_size: int) -> tuple[int, list[Any]]:
    """How many there are, and the rows of one page. Raises `Http404` beyond the last."""
    paginator = Paginator(rows, page_size)
    try:
        return paginator.count, list(paginator.page(page).object_list)
    except EmptyPage as error:
        message = "There is no such page."
        raise Http404(message) from error
