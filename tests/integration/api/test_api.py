"""The API's contract: shapes, fixed costs, and what never leaves the house."""

import json
from typing import Any

import pytest
from django.test import Client

from catalog.places.models import Succession
from tests.factories import CertificateFactory, CommuneFactory, ProducerFactory, ProductFactory, ProvinceFactory
from tests.factories.traceability import GTIN

pytestmark = pytest.mark.django_db


def get(client: Client, path: str, **query: object) -> dict[str, Any]:
    response = client.get(f"/api/v1/{path}", query)
    assert response.status_code == 200, response.content
    assert response.headers["Content-Type"].startswith("application/json")
    assert not response.cookies
    found: dict[str, Any] = response.json()
    return found


def test_a_product_in_full(client: Client) -> None:
    product = ProductFactory(
        title="Nước mắm", title_en="Fish sauce", slug="nuoc-mam", upc=GTIN, price=85000, stock=3, ocop_star=4
    )
    certificate = product.certificates.get()
    commune = product.producer.commune
    assert get(client, "products") == {
        "total": 1,
        "page": 1,
        "results": [
            {
                "slug": "nuoc-mam",
                "title": "Nước mắm",
                "title_en": "Fish sauce",
                "url": "http://testserver/san-pham/nuoc-mam/",
                "gtin": GTIN,
                "ocop_star": 4,
                "certificate": {
                    "number": certificate.number,
                    "state": "active",
                    "expires_on": certificate.expires_on.isoformat(),
                },
                "price": 85000,
                "in_stock": True,
                "producer": {"slug": product.producer.slug, "name": product.producer.name},
                "province": commune.parent.name,
                "group": "Thực phẩm",
            }
        ],
    }


def test_a_star_that_lapsed_is_null_and_its_certificate_says_so(client: Client) -> None:
    CertificateFactory(product=ProductFactory(), issued_on="2019-01-01", expires_on="2022-01-01")
    result = get(client, "products")["results"][0]
    assert result["ocop_star"] is None
    assert result["certificate"]["state"] == "expired"


def test_what_is_missing_is_null(client: Client) -> None:
    ProductFactory(producer=None, criteria_set=None)
    result = get(client, "products")["results"][0]
    empty = ("gtin", "ocop_star", "certificate", "price", "producer", "province", "group")
    assert {name: result[name] for name in empty} == dict.fromkeys(empty)
    assert result["in_stock"] is False


def test_liquor_sizes_hidden_goods_and_tax_codes_stay_inside(client: Client) -> None:
    producer = ProducerFactory(tax_code="012345678901", representative="Nguyễn Văn Mẫu")
    ProductFactory(title="Rượu", is_alcohol=True, abv=30, producer=producer)
    ProductFactory(title="Ẩn", is_public=False)
    shown = ProductFactory(producer=producer)
    ProductFactory(parent=shown, title="", producer=None)
    assert [row["slug"] for row in get(client, "products")["results"]] == [shown.slug]
    text = json.dumps([get(client, "products"), get(client, "producers")])
    assert "012345678901" not in text
    assert "Nguyễn Văn Mẫu" not in text


def test_a_producer_counts_what_is_shown(client: Client) -> None:
    producer = ProducerFactory()
    ProductFactory(producer=producer)
    ProductFactory(producer=producer, is_alcohol=True, abv=30)
    ProducerFactory(is_published=False)
    found = get(client, "producers")
    assert found["total"] == 1
    assert found["results"][0]["product_count"] == 1
    assert found["results"][0]["url"] == f"http://testserver/chu-the/{producer.slug}/"


@pytest.mark.parametrize("path", ["products", "producers", "places"])
@pytest.mark.parametrize("count", [5, 50])
def test_costs_do_not_grow(client: Client, django_assert_num_queries: object, path: str, count: int) -> None:
    for _ in range(count):
        ProductFactory(price=10000, ocop_star=3)
    expected = {"products": 3, "producers": 2, "places": 3}[path]
    with django_assert_num_queries(expected):  # type: ignore[operator]
        found = get(client, path, page_size=100)
    assert len(found["results"]) >= count


@pytest.mark.parametrize("path", ["products", "producers", "places"])
def test_pages_add_up(client: Client, path: str) -> None:
    for _ in range(5):
        ProductFactory()
    whole = get(client, path, page_size=100)
    parts = [get(client, path, page_size=2, page=page)["results"] for page in range(1, (whole["total"] + 1) // 2 + 1)]
    assert [row for part in parts for row in part] == whole["results"]


@pytest.mark.parametrize("path", ["products", "producers", "places"])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=0", 422), ("page=-1", 422), ("page=x", 422), ("page=", 422), ("page=1.5", 422), ("page=%00", 422),
        ("page=99999999999999999999", 422),
        ("page=999", 404), ("page_size=0", 422), ("page_size=101", 422), ("page_size=x", 422), ("page_size=%FF", 422),
    ],
)  # fmt: skip
def test_bad_pages_are_json(client: Client, path: str, query: str, status: int) -> None:
    response = client.get(f"/api/v1/{path}?{query}")
    assert response.status_code == status
    assert "detail" in response.json()


@pytest.mark.parametrize(
    "query", ["level=district", "level=", "province=%00", "province=Đà", "province=" + "x" * 200, "q=" + "x" * 101]
)
def test_bad_filters_of_places_are_422(client: Client, query: str) -> None:
    response = client.get(f"/api/v1/places?{query}")
    assert response.status_code == 422
    assert "detail" in response.json()


@pytest.mark.parametrize("query", ["q=%00", "q=%FF", "q='", "q=%25", "q=😀", "q=_"])
def test_odd_words_are_no_reason_to_break(client: Client, query: str) -> None:
    assert client.get(f"/api/v1/places?{query}").status_code == 200


def test_places_know_what_they_were(client: Client) -> None:
    danang = ProvinceFactory(name="Đà Nẵng", full_name="Thành phố Đà Nẵng")
    quangnam = ProvinceFactory(name="Quảng Nam", full_name="Tỉnh Quảng Nam", valid_to="2025-07-01")
    old = CommuneFactory(name="Bình Dương", full_name="Xã Bình Dương", parent=quangnam, valid_to="2025-07-01")
    new = CommuneFactory(name="Thăng An", full_name="Xã Thăng An", parent=danang)
    for before, after, kind in ((quangnam, danang, "whole"), (old, new, "part")):
        Succession.objects.create(from_unit=before, to_unit=after, kind=kind, effective_on="2025-07-01")
    found = get(client, "places")
    assert [row["name"] for row in found["results"]] == ["Đà Nẵng", "Thăng An"]
    commune = get(client, "places", level="commune", province="da-nang")["results"][0]
    assert commune["province"] == {"slug": "da-nang", "name": "Đà Nẵng"}
    assert commune["former"] == [
        {"name": "Xã Bình Dương, tỉnh Quảng Nam", "kind": "part", "effective_on": "2025-07-01"}
    ]
    for words in ("thang an", "Bình Dương", "binh duong", "quảng nam"):
        assert "Thăng An" in [row["name"] for row in get(client, "places", q=words)["results"]], words
    assert get(client, "places", level="province")["total"] == 1
    assert get(client, "places", province="ha-noi")["total"] == 0


@pytest.mark.parametrize("path", ["products", "producers", "places"])
def test_unknown_parameters_are_named(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}", {"provice": "da-nang", "page": 1})
    assert response.status_code == 422
    assert [problem["loc"] for problem in response.json()["detail"]] == [["query", "provice"]]


@pytest.mark.parametrize("path", ["", "v1", "v1/", "v1/nothing", "v1/nothing/", "v1/products/", "v2/products"])
def test_what_the_api_does_not_have_is_json(client: Client, path: str) -> None:
    for response in (client.get(f"/api/{path}"), client.post(f"/api/{path}")):
        assert (response.status_code, response.json()) == (404, {"detail": "Not Found"})


def test_makers_of_nothing_but_liquor_are_not_listed(client: Client) -> None:
    ProductFactory(is_alcohol=True, abv=40)
    assert get(client, "producers")["total"] == 0


def test_nothing_can_be_written(client: Client) -> None:
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/api/v1/products").status_code == 405


def test_the_document_names_all_and_the_page_needs_no_other_host(client: Client) -> None:
    document = get(client, "openapi.json")
    assert {"/api/v1/products", "/api/v1/producers", "/api/v1/places"} <= set(document["paths"])
    html = client.get("/api/v1/docs").content.decode()
    assert "http://" not in html.replace("http://testserver", "")
    assert "https://" not in html
