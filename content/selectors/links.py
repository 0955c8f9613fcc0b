"""What a page is about, and which pages are about a product or producer."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from content.models import StoryPage
from content.selectors.articles import StoryCard, stories, story_cards


def linked_ids(page: Page) -> tuple[list[int], list[int]]:
    """Ids of a page's products and producers in the editor's order; two queries, none for what a preview holds."""
    return (
        [link.product_id for link in page.page_products.all()],
        [link.producer_id for link in page.page_producers.all()],
    )


def stories_about_product(product_id: int, request: HttpRequest, limit: int = 2) -> list[StoryCard]:
    """Stories that name a product, newest first; two queries."""
    return story_cards(stories().filter(page_products__product=product_id)[:limit], request)


def stories_about_producer(producer_id: int, request: HttpRequest, limit: int = 3) -> list[StoryCard]:
    """Stories that name a producer or one of its products, newest first; two queries."""
    about = StoryPage.objects.filter(
        Q(page_producers__producer=producer_id) | Q(page_products__product__producer=producer_id)
    )
    return story_cards(stories().filter(pk__in=about.order_by().values("pk"))[:limit], request)
