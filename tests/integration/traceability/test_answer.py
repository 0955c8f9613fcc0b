"""The page that answers a stamp: verdict first, in both languages, small, without cookie or script."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from tests.factories import ProducerFactory, ProductFactory
from tests.factories.traceability import GTIN, make_batch, make_stamp
from traceability import services, stamp_code
from traceability.models import Stamp

pytestmark = pytest.mark.django_db
ABSENT = "<script", "csrfmiddlewaretoken", "style="


def page(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in response.headers.get("Vary", "")
    html = response.content.decode()
    for word in ABSENT:
        assert word not in html
    return html


def test_a_genuine_stamp_shows_verdict_batch_maker_certificate_and_limits(client: Client) -> None:
    product = ProductFactory(
        upc=GTIN, title="Nước mắm Cửa Khe", title_en="Cua Khe fish sauce", price=85000, ocop_star=4
    )
    stamp = make_stamp(make_batch(product))
    html = page(client, f"/tem/{GTIN}/{stamp.code}")
    assert html.index("verdict--ok") < html.index("Nước mắm Cửa Khe") < html.index("<dd>L261103</dd>")
    for text in (stamp_code.group(stamp.code), product.producer.name, "85.000", "MẪU-", "testserver"):
        assert text in html
    assert f'href="/san-pham/{product.slug}/"' in html
    assert f'<link rel="canonical" href="http://testserver/san-pham/{product.slug}/">' in html
    assert f'href="/en/tem/{GTIN}/{stamp.code}"' in html


def test_english_is_english(client: Client) -> None:
    product = ProductFactory(upc=GTIN, title="Nước mắm", title_en="Fish sauce", price=85000)
    stamp = make_stamp(make_batch(product))
    for path in (f"/en/tem/{GTIN}/{stamp.code}", f"/en/S/{stamp.code}"):
        html = page(client, path)
        assert '<html lang="en">' in html
        assert "Valid code" in html
        assert "Fish sauce" in html
        assert f'href="/en/products/{product.slug}/"' in html
        assert f'href="/tem/{GTIN}/{stamp.code}"' in html


def test_a_suspected_fake_is_reported_with_the_code(client: Client) -> None:
    product = ProductFactory(upc=GTIN, title="Nước mắm", price=85000)
    stamp = make_stamp(make_batch(product))
    html = page(client, f"/tem/{GTIN}/{stamp.code}")
    assert 'href="/quy-dinh/khieu-nai/#nghi-hang-gia"' in html
    code = stamp_code.group(stamp.code).replace(" ", "%20")
    assert re.search(rf'href="mailto:[^"]+\?subject=Nghi[^"]+{code}"', html)


def test_the_compact_form_answers_itself(client: Client) -> None:
    stamp = make_stamp(make_batch(ProductFactory(upc=None)))
    for typed in (stamp.code, stamp_code.group(stamp.code), stamp.code.lower(), f"{stamp.code}/"):
        assert "verdict--ok" in page(client, f"/S/{typed}")


@pytest.mark.parametrize(("status", "kind"), [(Stamp.Status.ISSUED, "warn"), (Stamp.Status.VOID, "bad")])
def test_in_doubt_nothing_is_sold_and_reporting_comes_first(client: Client, status: str, kind: str) -> None:
    product = ProductFactory(upc=GTIN, price=85000)
    stamp = make_stamp(make_batch(product), status=Stamp.Status.ISSUED)
    if status == Stamp.Status.VOID:
        services.stamp_void(stamp=stamp, reason="Rách khi dán")
    html = page(client, f"/tem/{GTIN}/{stamp.code}")
    assert f"verdict--{kind}" in html
    assert "85.000" not in html
    assert html.index("/quy-dinh/khieu-nai/") < html.index(product.title)
    assert ("Rách khi dán" in html) == (status == Stamp.Status.VOID)


def test_a_stamp_voided_before_the_morning_in_vietnam_was_voided_on_that_day(client: Client) -> None:
    stamp = make_stamp(make_batch(ProductFactory(upc=GTIN)))
    with time_machine.travel(datetime(2026, 3, 1, 18, 30, tzinfo=UTC), tick=False):  # 01:30 on 2 March in Vietnam
        services.stamp_void(stamp=stamp, reason="Rách khi dán")
    assert "02/03/2026" in page(client, f"/tem/{GTIN}/{stamp.code}")


def test_an_expired_batch_says_since_when(client: Client) -> None:
    stamp = make_stamp(make_batch(produced_on=date(2020, 1, 1), expires_on=date(2021, 3, 5)))
    html = page(client, f"/tem/{GTIN}/{stamp.code}")
    assert "verdict--warn" in html
    assert "05/03/2021" in html
    assert "85.000" not in html


def test_a_forged_code_is_404_and_red_and_shows_no_product(client: Client) -> None:
    product = ProductFactory(upc=GTIN, title="Nước mắm Cửa Khe")
    for path in (f"/tem/{GTIN}/15K3RMZC93JT2C7E", "/S/15K3RMZC93JT2C7E"):
        html = page(client, path, 404)
        assert "verdict--bad" in html
        assert product.title not in html
        assert 'name="code"' in html


@pytest.mark.parametrize(
    "code",
    ["15K3RMZC93JT2C7W", "x", "%2F%2F", "%F0%9F%98%80", "1" * 3000, "'%20OR%201=1", "<b>", "a/b/c", "..%2F"],
)
def test_a_typing_error_is_404_and_never_red(client: Client, code: str) -> None:
    ProductFactory(upc=GTIN)
    for path in (f"/tem/{GTIN}/{code}", f"/S/{code}", f"/en/S/{code}"):
        html = page(client, path, 404)
        assert "verdict--neutral" in html
        assert "<b>" not in html.split("verdict", 1)[1].split("</section>")[0]


def test_a_number_of_no_product_is_404(client: Client) -> None:
    assert "verdict--bad" in page(client, "/tem/09520123456795/15K3RMZC93JT2C7E", 404)


@pytest.mark.parametrize("gtin", ["09520123456790", "x", "0" * 3000, "%E1%BA%AF"])
def test_what_is_no_gtin_is_an_address_that_cannot_be_read(client: Client, gtin: str) -> None:
    for path in (f"/tem/{gtin}/15K3RMZC93JT2C7E", f"/en/tem/{gtin}/y"):
        html = page(client, path, 400)
        assert "verdict--neutral" in html
        assert "verdict--bad" not in html


def test_liquor_shows_verdict_and_maker_and_nothing_that_sells(client: Client) -> None:
    producer = ProducerFactory(name="HTX rượu Bàu Đá")
    product = ProductFactory(upc=GTIN, title="Rượu Bàu Đá", is_alcohol=True, abv=45, price=250000, producer=producer)
    html = page(client, f"/tem/{GTIN}/{make_stamp(make_batch(product)).code}")
    assert "verdict--ok" in html
    assert "HTX rượu Bàu Đá" in html
    for text in ("250.000", "/do-uong-co-con/", product.slug, "canonical"):
        assert text not in html


def test_it_promises_nothing(client: Client) -> None:
    html = page(client, f"/tem/{GTIN}/{make_stamp().code}").lower()
    assert "100%" not in html.replace(" ", "")
    assert "hàng thật" not in html


def test_scanning_counts_nothing_and_costs_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: object
) -> None:
    stamp = make_stamp()
    with django_assert_num_queries(6) as queries:  # type: ignore[operator]
        page(client, f"/tem/{GTIN}/{stamp.code}")
    assert not [query for query in queries.captured_queries if not query["sql"].startswith("SELECT")]


def test_the_form_leads_to_the_answer(client: Client) -> None:
    assert 'name="code"' in page(client, "/kiem-tra-tem/")
    assert 'name="code"' in page(client, "/en/check-a-stamp/")
    response = client.get("/kiem-tra-tem/", {"code": "15k3-rmzc 93jt-2c7e"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/S/15K3RMZC93JT2C7E"


@pytest.mark.parametrize(
    "path", ["/S/{}", "/en/S/{}/", f"/tem/{GTIN}/{{}}?x=1", f"/01/{GTIN}/21/{{}}", f"/01/{GTIN}/10/L1/21/{{}}#a"]
)
def test_a_pasted_address_is_understood(client: Client, path: str) -> None:
    response = client.get("/kiem-tra-tem/", {"code": "https://ocop.example" + path.format("15K3RMZC93JT2C7E")})
    assert response.headers["Location"] == "/S/15K3RMZC93JT2C7E"


def test_an_empty_form_is_told_so_and_a_fresh_one_is_not(client: Client) -> None:
    fresh = page(client, "/kiem-tra-tem/")
    assert "Thử gõ lại" not in fresh
    assert "code-error" not in fresh
    empty = page(client, "/kiem-tra-tem/?code=")
    assert "Hãy gõ mã in dưới ô vuông trên tem" in empty
    assert "Thử gõ lại" not in empty


def test_a_mistyped_code_is_given_back_to_be_corrected(client: Client) -> None:
    html = page(client, "/S/15K3RMZC93JT2C7W", status=404)
    assert 'value="15K3-RMZC-93JT-2C7W"' in html
    assert "code-error" not in html


@pytest.mark.parametrize("typed", ["", " ", "\0", "ắ", "/", "a/b", "<script>", "1" * 5000, "😀", "AB\n12", "/S/a\r\nX"])
def test_odd_input_in_the_form_never_breaks_it(client: Client, typed: str) -> None:
    assert client.get("/kiem-tra-tem/", {"code": typed}).status_code in (200, 302)


def test_the_product_page_shows_one_stamp(client: Client) -> None:
    product = ProductFactory(upc=GTIN, price=85000)
    assert "stamp-note" not in client.get(product.get_absolute_url()).content.decode()
    stamp = make_stamp(make_batch(product))
    html = client.get(product.get_absolute_url() + "?size=x").content.decode()
    assert stamp_code.group(stamp.code) in html
    assert f'href="/tem/{GTIN}/{stamp.code}"' in html
    assert re.search(r'<svg class="stamp-note__code" width="\d+" height="\d+" viewBox="0 0 (\d+) \1"', html)


def test_a_refused_code_stays_and_the_other_language_is_near(client: Client) -> None:
    html = page(client, "/kiem-tra-tem/?code=m%C3%A3+c%E1%BB%A7a+t%C3%B4i")
    assert 'value="mã của tôi"' in html
    assert 'href="/en/check-a-stamp/"' in html
