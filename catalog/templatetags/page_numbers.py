"""Which numbers the pagination shows."""

from django import template
from django.core.paginator import Page

register = template.Library()


@register.filter
def page_numbers(page: Page) -> list[int | None]:
    """First, last and the neighbors of the current page; None stands for a gap."""
    last = page.paginator.num_pages
    shown = sorted({1, last, *range(max(1, page.number - 1), min(last, page.number + 1) + 1)})
    numbers: list[int | None] = []
    for number in shown:
        previous = numbers[-1] if numbers else 0
        if previous and number - previous > 1:
            numbers.append(number - 1 if number - previous == 2 else None)
        numbers.append(number)
    return numbers
