"""Blocks are resolved together: the number of queries does not grow with the article."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.body import body_parts, reading_minutes
from content.models import StoryPage
from content.streams import article_stream
from tests.factories.catalog import PhotoFactory, ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db


def page_with(text: str, **kwargs: Any) -> StoryPage:
    return StoryPage(body=article_stream(text, kwargs.get("find_photo", lambda _name: None)))


def queries_for(count: int) -> int:
    photos = {f"{n}.webp": PhotoFactory() for n in range(count)}
    products = [ProductFactory(ocop_star=4, price=90000) for _ in range(count)]
    producers = [ProducerFactory() for _ in range(count)]
    marks = [f"!product {product.slug}" for product in products]
    marks += [f"!producer {producer.slug}" for producer in producers]
    marks += [f"!picture {name} | Chú thích" for name in photos]
    page = page_with("\n\n".join(marks), find_photo=photos.get)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        parts, _cards = body_parts(page.body)
    assert len(parts) == 3 * count
    return len(captured)


def test_number_of_queries_is_fixed() -> None:
    assert queries_for(1) == queries_for(6) == 6


def test_body_without_goods_and_pictures_costs_nothing(django_assert_num_queries: Any) -> None:
    page = page_with("Một đoạn.\n\n> Lời.\n> — Ai\n\n!steps Bước\n- một | a\n- hai | b")
    with django_assert_num_queries(0):
        parts, cards = body_parts(page.body)
    assert [part.kind for part in parts] == ["paragraph", "quote", "steps"]
    assert parts[2].value["items"][1] == {"state": "done", "title": "hai", "lines": ["b"]}
    assert cards == {}


def test_liquor_and_withdrawn_products_leave_no_trace() -> None:
    kept = ProductFactory(price=50000)
    withdrawn = ProductFactory(price=50000)
    page = page_with(f"!product {kept.slug}\n\n!product {withdrawn.slug}")
    liquor = ProductFactory(is_alcohol=True, abv=29)
    page.body = [*page.body.raw_data, {"type": "product", "value": liquor.pk, "id": "liquor"}]
    withdrawn.is_public = False
    withdrawn.save()

    parts, cards = body_parts(page.body, extra_products=[liquor.pk])

    assert [part.value.pk for part in parts] == [kept.pk]
    assert set(cards) == {kept.pk}


def test_extra_products_are_loaded_with_the_text() -> None:
    beside = ProductFactory()

    parts, cards = body_parts(page_with("Một đoạn.").body, extra_products=[beside.pk])

    assert [part.kind for part in parts] == ["paragraph"]
    assert cards[beside.pk].title == beside.title


def test_reading_time_counts_all_words() -> None:
    page = page_with("một hai " * 230)

    assert reading_minutes("", page.body) == 2
    assert reading_minutes("", page_with("").body) == 1
