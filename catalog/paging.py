"""Pages of a list: which one is asked for, and 404 for one that does not exist."""

from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest


def page_number(request: HttpRequest) -> int:
    """The page asked for by `?page=`, 1 without it. Raises `Http404` for what is no page number."""
    typed = request.GET.get("page", "1")
    if not typed.isascii() or not typed.isdigit() or not 0 < len(typed) < 7:
        raise Http404
    return int(typed)


def page_of(rows: QuerySet[Any], size: int, number: int, *, count: int | None = None) -> Page[Any]:
    """One page of the rows, which are counted unless `count` is known. Raises `Http404` beyond the last."""
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    try:
        return paginator.page(number)
    except EmptyPage as error:
        message = "There is no such page."
        raise Http404(message) from error
