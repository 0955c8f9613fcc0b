"""What every page of the sitemap tells machines in its head, and which language its words are in."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from catalog.vietnamese import looks_vietnamese

from .test_every_public_page import LOCATION

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded"), pytest.mark.xdist_group("seeded")]

WITHOUT_A_SITEMAP = (
    "/tim-kiem/", "/en/search/", "/gio-hang/", "/en/basket/", "/don-hang/", "/en/orders/", "/kiem-tra-tem/",
)  # fmt: skip
TITLE = re.compile("<title>([^<]+) – Sản vật OCOP</title>")
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LONGEST_UNMARKED = 4  # words; short names stand in many places where nothing can be marked


def addresses(client: Client) -> Iterator[str]:
    for section in LOCATION.findall(client.get("/sitemap.xml").content.decode()):
        for location in LOCATION.findall(client.get(urlsplit(section).path).content.decode()):
            yield urlsplit(location).path
    yield from WITHOUT_A_SITEMAP


class Words(HTMLParser):
    """Texts of an English page that read like Vietnamese, outside of what says so."""

    VOID = frozenset(("br", "img", "input", "link", "meta", "source", "use", "hr", "wbr"))

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            inherited = self.stack[-1] if self.stack else ""
            skipped = "skip" if tag in ("script", "title") else inherited
            self.stack.append(dict(attrs).get("lang") or skipped)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Drawings: nothing inside."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and self.stack:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if len(text.split()) > LONGEST_UNMARKED and looks_vietnamese(text) and self.stack[-1:] == ["en"]:
            self.found.append(text)


def content(html: str, name: str) -> list[str]:
    return [unescape(value) for value in re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)]


def test_every_head_is_complete_and_every_title_its_own(client: Client) -> None:
    titles: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses(client)):
        html = client.get(address).content.decode()
        title = TITLE.findall(html)
        assert len(title) == 1, address
        titles[title[0]].append(address)
        assert content(html, "og:title") == [unescape(title[0])], address
        assert len(content(html, "og:image")) == 1, address
        assert content(html, "og:image")[0].startswith("http://testserver/"), address
        assert [bool(text.strip()) for text in content(html, "description")] == [True], address
        assert html.count('rel="canonical"') == 1, address
    assert {title: found for title, found in titles.items() if len(found) > 1} == {}


def test_vietnamese_on_english_pages_is_marked(client: Client) -> None:
    unmarked: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses(client)):
        if address.startswith("/en/"):
            words = Words()
            words.feed(client.get(address).content.decode())
            unmarked |= {address: words.found} if words.found else {}
    assert unmarked == {}


def data_of(client: Client, address: str) -> dict[str, Any]:
    """The objects of the page's structured data by their type."""
    objects: list[Any] = []
    for text in JSON_LD.findall(client.get(address).content.decode()):
        found = json.loads(text)
        objects += found if isinstance(found, list) else [found]
    return {entry["@type"]: entry for entry in objects}


def test_a_product_tells_offer_certificate_and_place(client: Client) -> None:
    data = data_of(client, "/san-pham/nuoc-mam-cua-khe/")
    assert len(data["BreadcrumbList"]["itemListElement"]) == 3
    product = data["Product"]
    assert "aggregateRating" not in json.dumps(data)
    assert product["hasCertification"]["certificationRating"]["ratingValue"] in (3, 4, 5)
    offer = product["offers"]
    assert offer["url"] == "http://testserver/san-pham/nuoc-mam-cua-khe/"
    assert offer["seller"]["name"]
    assert offer["hasMerchantReturnPolicy"]["merchantReturnDays"] == 7
    assert offer["hasMerchantReturnPolicy"]["merchantReturnLink"] == "http://testserver/quy-dinh/doi-tra/"


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_home_tells_who_runs_the_site(client: Client, address: str) -> None:
    owner = data_of(client, address)["Organization"]
    assert owner["url"] == f"http://testserver{address}"
    assert owner["telephone"] == "0236 000 0000"
    assert owner["address"]["streetAddress"]
    assert owner["name"]


@pytest.mark.parametrize("address", ["/hoi-cho/", "/en/fairs/", "/van-ban/"])
def test_the_trail_begins_at_home(client: Client, address: str) -> None:
    items = data_of(client, address)["BreadcrumbList"]["itemListElement"]
    assert [item["item"] for item in items] == [
        "http://testserver/en/" if address.startswith("/en/") else "http://testserver/", f"http://testserver{address}",
    ]  # fmt: skip
