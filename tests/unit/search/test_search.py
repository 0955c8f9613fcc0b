"""What is found, in which order, and that the index follows the catalog."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django_tasks import default_task_backend
from wagtail.models import Page

from catalog.models import Category
from catalog.places.models import Succession
from catalog.sales_points.models import SalesPoint
from search import drafts, services
from search.drafts import Draft
from search.models import Kind, SearchDocument
from search.selectors import search
from search.services import (
    category_refresh,
    document_delete,
    document_upsert,
    index_rebuild,
    object_refresh,
    producer_refresh,
)
from tests.factories import CommuneFactory, ProducerFactory, ProductFactory, ProvinceFactory, SalesPointFactory

pytestmark = pytest.mark.django_db


def document(title: str, summary: str = "", body: str = "", kind: Kind = Kind.STORY, **values: object) -> None:
    """Of a published page, or the search would not show it."""
    page = Page.get_first_root_node().add_child(instance=Page(title=title, slug=f"p-{Page.objects.count()}"))
    defaults = {"object_id": page.pk, "language": "vi", "url": page.url_path, "text_language": "vi"}
    document_upsert(draft=Draft(kind=kind, title=title, summary=summary, body=body, **(defaults | values)))  # type: ignore[arg-type]


def titles(query: str, **values: object) -> list[str]:
    results = search(query, **values)  # type: ignore[arg-type]
    return ["".join(piece.text for piece in hit.title) for hit in results.page.object_list]


@pytest.mark.parametrize("typed", ["nước mắm cửa khe", "nuoc mam cua khe", "NƯỚC MẮM", "mắm nước", "cua-khe", "nuóc"])
def test_every_way_of_typing_finds(typed: str) -> None:
    document("Nước mắm Cửa Khe")
    document("Trà đinh")
    assert titles(typed) == ["Nước mắm Cửa Khe"]


def test_every_word_must_occur() -> None:
    document("Nước mắm", body="ướp ở Cửa Khe")
    assert titles("mắm khe") == ["Nước mắm"]
    assert titles("mắm trà") == []


def test_title_before_summary_before_body() -> None:
    document("Chuyện ba", body="mật ong")
    document("Chuyện hai", summary="mật ong")
    document("Mật ong rừng")
    document("Rừng có mật ong")
    assert titles("mat ong") == ["Mật ong rừng", "Rừng có mật ong", "Chuyện hai", "Chuyện ba"]


def test_typed_accents_are_meant() -> None:
    document("Bò khô")
    document("Bơ sáp")
    assert titles("bò") == ["Bò khô"]
    assert sorted(titles("bo")) == ["Bò khô", "Bơ sáp"]


def test_accents_that_nothing_has_are_forgiven_and_said() -> None:
    document("Bơ sáp")
    results = search("bỏ")
    assert results.total == 1
    assert not results.is_exact
    assert search("bơ").is_exact


def test_words_are_whole() -> None:
    document("Bột sắn")
    assert titles("bo") == []


def test_counts_are_of_all_kinds_and_the_page_of_the_chosen() -> None:
    document("Chè một", kind=Kind.STORY)
    document("Chè hai", kind=Kind.NEWS)
    results = search("che", [Kind.NEWS])
    assert results.counts == {Kind.STORY: 1, Kind.NEWS: 1}
    assert results.total == 2
    assert [hit.kind for hit in results.page.object_list] == [Kind.NEWS]


def test_languages_are_apart() -> None:
    document("Chè xanh")
    document("Green che", language="en", text_language="en")
    assert titles("che", language="en") == ["Green che"]


def test_pages_end() -> None:
    for number in range(25):
        document(f"Chè {number}")
    assert len(titles("che", page=3)) == 1
    with pytest.raises(Http404):
        search("che", page=4)


@pytest.mark.parametrize("query", ["", "   ", "\0", "'\"", "%", "_", "()", "😀", "--", "\ud800"])
def test_no_words_find_nothing(query: str) -> None:
    document("Chè")
    results = search(query)
    assert results.total == 0
    assert list(results.page.object_list) == []


def test_products_are_found_by_name_place_maker_and_english() -> None:
    commune = CommuneFactory(name="Thăng An", full_name="Xã Thăng An", parent=ProvinceFactory(name="Đà Nẵng"))
    producer = ProducerFactory(
        short_name="HTX Cửa Khe", commune=commune, former_address="xã Bình Dương, huyện Thăng Bình, tỉnh Quảng Nam"
    )
    ProductFactory(title="Nước mắm", title_en="Fish sauce", producer=producer, price=85000, ocop_star=4)
    index_rebuild()
    for query in ("nuoc mam", "thang an", "da nang", "htx cua khe", "fish sauce", "binh duong quang nam"):
        assert "Nước mắm" in titles(query), query
    hit = search("nước mắm").page.object_list[0]
    assert hit.card is not None
    assert (hit.card.price, hit.card.claim.ocop_star) == (85000, 4)  # type: ignore[union-attr]
    assert titles("nuoc mam", language="en")[0] == "Fish sauce"


def test_only_products_have_cards() -> None:
    """Ids of different kinds are the same numbers."""
    document("Trà của làng", kind=Kind.STORY)
    product = ProductFactory(pk=SearchDocument.objects.get().object_id, title="Trà đinh", price=85000)
    object_refresh(kind=Kind.PRODUCT, object_id=product.pk)
    cards = {hit.kind: hit.card for hit in search("tra").page.object_list}
    assert cards[Kind.PRODUCT] is not None
    assert cards[Kind.STORY] is None


def test_liquor_and_hidden_things_are_never_found() -> None:
    product = ProductFactory(title="Rượu Bàu Đá")
    ProductFactory(title="Rượu cần", is_alcohol=True, abv=20)
    ProductFactory(title="Rượu mơ", is_public=False)
    ProducerFactory(name="Rượu ẩn", is_published=False)
    SalesPointFactory(name="Điểm rượu", is_published=False)
    index_rebuild()
    assert titles("ruou") == ["Rượu Bàu Đá"]
    type(product).objects.filter(pk=product.pk).update(is_alcohol=True, abv=45)
    assert titles("ruou") == []
    assert object_refresh(kind=Kind.PRODUCT, object_id=product.pk) == 0
    assert not SearchDocument.objects.filter(kind=Kind.PRODUCT).exists()


def test_tax_codes_are_not_indexed() -> None:
    ProductFactory(producer=ProducerFactory(name="Hộ Mẫu", tax_code="012345678901", phone="0236 000 1234"))
    index_rebuild()
    assert titles("012345678901") == []


def test_a_renamed_producer_is_found_with_its_products() -> None:
    product = ProductFactory(title="Trà")
    index_rebuild()
    product.producer.name = "Hợp tác xã Bích Họa"
    product.producer.save()
    assert producer_refresh(object_id=product.producer.pk) == 4
    assert titles("bich hoa") == ["Hợp tác xã Bích Họa", "Trà"]


def test_products_of_a_renamed_category_are_found_by_its_name(django_capture_on_commit_callbacks: Any) -> None:
    category = Category.add_root(name="Đồ khô", slug="do-kho")
    ProductFactory(title="Măng").categories.add(category)
    index_rebuild()
    default_task_backend.clear()  # type: ignore[attr-defined]
    with django_capture_on_commit_callbacks(execute=True):
        category.name = "Hàng sấy"
        category.save()
    assert [result.args for result in default_task_backend.results] == [[category.pk]]  # type: ignore[attr-defined]
    assert category_refresh(object_id=category.pk) == 2
    assert (titles("hang say"), titles("do kho")) == (["Măng"], [])


def test_things_are_found_by_the_former_name_of_their_place() -> None:
    product = ProductFactory(title="Nước mắm")
    commune = product.producer.commune
    then = CommuneFactory(name="Tam Thanh", full_name="Xã Tam Thanh", valid_to=date(2025, 7, 1), parent=commune.parent)
    Succession.objects.create(from_unit=then, to_unit=commune, kind="part", effective_on=date(2025, 7, 1))
    index_rebuild()
    assert "Nước mắm" in titles("tam thanh")


@pytest.mark.django_db(transaction=True)
def test_others_may_write_while_the_index_is_rebuilt(monkeypatch: Any) -> None:
    points = [SalesPointFactory() for _ in range(5)]

    def others_write() -> None:
        SalesPoint.objects.filter(pk=points[0].pk).update(operator="HTX")
        connection.close()

    def draft_of(point: SalesPoint) -> Iterator[Draft]:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(others_write).result()
        return drafts.of_sales_point(point)

    monkeypatch.setitem(drafts.CATALOG, Kind.SALES_POINT, (drafts.sales_points, draft_of))
    monkeypatch.setattr(services, "_CHUNK", 2)
    index_rebuild()
    assert SearchDocument.objects.filter(kind=Kind.SALES_POINT).count() == 10


def test_writing_twice_changes_nothing() -> None:
    product = ProductFactory(title="Trà")
    assert object_refresh(kind=Kind.PRODUCT, object_id=product.pk) == 2
    assert object_refresh(kind=Kind.PRODUCT, object_id=product.pk) == 2
    assert SearchDocument.objects.count() == 2
    document("Đã xóa", kind=Kind.PRODUCT, object_id=product.pk + 1)
    assert index_rebuild() == index_rebuild() == SearchDocument.objects.count()
    document_delete(kind=Kind.PRODUCT, object_id=product.pk)
    document_delete(kind=Kind.PRODUCT, object_id=product.pk)
    assert not SearchDocument.objects.filter(kind=Kind.PRODUCT).exists()
