"""Digital Links from outside: sent on, refused with a page, open to every origin, stored nowhere."""

import pytest
from django.test import Client

from tests.factories import ProductFactory
from tests.factories.traceability import GTIN, make_batch, make_stamp

pytestmark = pytest.mark.django_db
UNKNOWN = "09520123456795"


@pytest.mark.parametrize("query", ["", "?17=271103", "?utm_source=tem&x=%C3%B4", "?linkType=gs1:pip&a=b&a=c"])
def test_a_serial_is_sent_to_its_answer_with_the_query_unchanged(client: Client, query: str) -> None:
    stamp = make_stamp()
    response = client.get(f"/01/{GTIN}/21/{stamp.code}{query}")
    assert response.status_code == 307
    assert response.headers["Location"] == f"http://testserver/tem/{GTIN}/{stamp.code}{query}"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_the_whole_way_of_a_scan(client: Client) -> None:
    stamp = make_stamp()
    response = client.get(f"/01/{GTIN}/10/L261103/21/{stamp.code}", follow=True)
    assert response.status_code == 200
    assert stamp.batch.lot in response.content.decode()


def test_an_unknown_serial_of_a_known_product_is_sent_on_and_answers_404_there(client: Client) -> None:
    ProductFactory(upc=GTIN)
    response = client.get(f"/01/{GTIN}/21/15K3RMZC93JT2C7E")
    assert response.status_code == 307
    assert client.get(response.headers["Location"]).status_code == 404


@pytest.mark.parametrize("tail", ["", "/10/KL8G", "/10/A%2FB"])
def test_without_a_serial_the_product_answers(client: Client, tail: str) -> None:
    product = ProductFactory(upc=GTIN)
    response = client.get(f"/01/{GTIN}{tail}", RAW_URI=f"/01/{GTIN}{tail}")
    assert response.status_code == 307
    assert response.headers["Location"] == f"http://testserver{product.get_absolute_url()}"


@pytest.mark.parametrize("tail", ["", "/21/15K3RMZC93JT2C7E"])
def test_one_trailing_slash_changes_nothing(client: Client, tail: str) -> None:
    ProductFactory(upc=GTIN)
    bare, slashed = client.get(f"/01/{GTIN}{tail}"), client.get(f"/01/{GTIN}{tail}/")
    assert (bare.status_code, bare.headers["Location"]) == (slashed.status_code, slashed.headers["Location"])


@pytest.mark.parametrize("tail", ["", "/10/L1", "/21/15K3RMZC93JT2C7E", "/10/L1/21/7"])
def test_an_unknown_product_is_404_with_a_page(client: Client, tail: str) -> None:
    response = client.get(f"/01/{UNKNOWN}{tail}")
    assert response.status_code == 404
    assert UNKNOWN in response.content.decode()
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_hidden_product_without_serial_is_404(client: Client) -> None:
    ProductFactory(upc=GTIN, is_public=False)
    assert client.get(f"/01/{GTIN}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/01/",
        "/01/x",
        "/01/123",
        "/01/09520123456789",
        f"/01/{GTIN}/foo",
        f"/01/{GTIN}/21/1/10/2",
        f"/01/{GTIN}/21/a/b/c/d",
        f"/01/{GTIN}/10/L%C3%B4",
        f"/01/{GTIN}/21/%00",
        f"/01/{GTIN}/21/" + "1" * 21,
        f"/01/{GTIN}?10=L1",
        f"/01/{GTIN}?17=999999",
        f"/01/{GTIN}/21/1%0D%0AX:y",
        "/01/%FF%FE",
        "/01/" + "9" * 5000,
        f"/01/{GTIN}//21/1",
        f"/01/{GTIN}/21/%",
    ],
)
def test_bad_syntax_is_400_with_a_page(client: Client, path: str) -> None:
    ProductFactory(upc=GTIN)
    response = client.get(path, RAW_URI=path)
    assert response.status_code == 400
    assert "verdict--neutral" in response.content.decode()
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-store"


def test_the_undecoded_path_tells_a_slash_in_a_lot_from_two_parts(client: Client) -> None:
    ProductFactory(upc=GTIN)
    decoded = f"/01/{GTIN}/10/A/B"
    assert client.get(decoded, RAW_URI=f"/01/{GTIN}/10/A%2FB").status_code == 307
    assert client.get(decoded, REQUEST_URI=f"/01/{GTIN}/10/A%2FB?x=1").status_code == 307
    assert client.get(decoded, RAW_URI=f"http://testserver/01/{GTIN}/10/A%2FB").status_code == 307
    assert client.get(decoded, RAW_URI=decoded).status_code == 400


def test_head_answers_as_get_without_a_body(client: Client) -> None:
    stamp = make_stamp()
    for path in (f"/01/{GTIN}/21/{stamp.code}", f"/tem/{GTIN}/{stamp.code}", f"/S/{stamp.code}", "/01/x"):
        got, head = client.get(path), client.head(path)
        assert head.status_code == got.status_code
        assert head.content == b""
        assert head.headers.get("Location") == got.headers.get("Location")


@pytest.mark.parametrize("path", [f"/01/{GTIN}/21/X", "/01/x", f"/tem/{GTIN}/X", "/S/X"])
def test_options_names_the_methods(client: Client, path: str) -> None:
    response = client.options(path, headers={"origin": "https://elsewhere.example"})
    assert response.status_code == 204
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)(f"/01/{GTIN}/21/X")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_link_costs_one_query(client: Client, django_assert_num_queries: object) -> None:
    stamp = make_stamp(make_batch())
    with django_assert_num_queries(1):  # type: ignore[operator]
        client.get(f"/01/{GTIN}/21/{stamp.code}")
