"""Finding, reading and scanning on a phone, with and without JavaScript; no page is broken, wide or unreadable."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .conftest import Shop

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("shop")]

PAGES = (
    "/", "/san-pham/", "/san-pham/nuoc-mam-cua-khe/", "/cau-chuyen/", "/cau-chuyen/ca-com-ve-dung-con-nuoc/",
    "/lang-du-lich/", "/lang-du-lich/thai-hai/", "/hoi-cho/", "/hoi-cho/hoi-cho-ocop-quang-ninh-xuan/", "/chu-the/",
    "/chu-the/htx-che-hao-dat/", "/tin-tuc/", "/van-ban/", "/diem-ban/", "/gioi-thieu/", "/quy-dinh/giao-hang/",
    "/tim-kiem/?q=nuoc+mam", "/tim-kiem/?q=zzqqxx", "/gio-hang/", "/don-hang/", "/do-uong-co-con/", "/kiem-tra-tem/",
    "/khong-co-trang-nay/", "/en/", "/en/products/", "/en/products/nuoc-mam-cua-khe/", "/en/villages/",
)  # fmt: skip


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def phone(request: pytest.FixtureRequest, browser: Browser, shop: Shop) -> Iterator[Page]:
    context = browser.new_context(
        base_url=shop.url, locale="vi-VN", viewport={"width": 360, "height": 740}, java_script_enabled=request.param
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_find_a_product_and_read_its_story(phone: Page) -> None:
    phone.goto("/tim-kiem/?q=nuoc+mam+cua+khe")
    phone.locator("main").get_by_role("link", name="Nước mắm Cửa Khe", exact=True).first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Nước mắm Cửa Khe")
    expect(phone.locator("main")).to_contain_text("MẪU-")
    phone.get_by_role("link", name=re.compile("Cá cơm về đúng con nước")).first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Cá cơm về đúng con nước")
    phone.locator("main").get_by_role("link", name=re.compile("Nước mắm Cửa Khe")).first.click()
    expect(phone).to_have_url(re.compile("/san-pham/nuoc-mam-cua-khe/"))
    assert phone.context.cookies() == []


def test_filters_narrow_the_list(phone: Page) -> None:
    phone.goto("/san-pham/?star=5&province=thai-nguyen")
    cards = phone.locator("main .product-card")
    assert cards.count() > 0
    for text in cards.all_inner_texts():
        assert "5 sao" in text.replace("\xa0", " ")
        assert "Thái Nguyên" in text.replace("\xa0", " ")


def test_a_sample_stamp_tells_the_truth(phone: Page) -> None:
    phone.goto("/san-pham/nuoc-mam-cua-khe/")
    address = phone.locator("main a[href*='/01/'], main a[href*='/tem/'], main a[href*='/S/']").first
    phone.goto(address.get_attribute("href") or "")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Mã hợp lệ")
    expect(phone.locator("body")).to_contain_text("Nước mắm Cửa Khe")
    assert phone.context.cookies() == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_readable_everywhere(browser: Browser, shop: Shop, path: str) -> None:
    """At 320 px nothing scrolls sideways; axe finds nothing in light or dark; the console is silent."""
    for width, scheme in ((320, "light"), (1280, "dark")):
        context = browser.new_context(
            base_url=shop.url, viewport={"width": width, "height": 800}, color_scheme=scheme, locale="vi-VN"
        )
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text) if message.type == "error" else None)
        answer = page.goto(path, wait_until="load")
        assert answer
        assert answer.status == (404 if "khong-co" in path else 200)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than {width} px"
        violations = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in violations] == [], f"{path} at {width} px"
        assert [line for line in said if "404" not in line] == []
        context.close()


def test_the_last_link_of_the_menu_can_be_reached_on_a_phone_held_across(browser: Browser, shop: Shop) -> None:
    context = browser.new_context(base_url=shop.url, locale="vi-VN", viewport={"width": 640, "height": 360})
    page = context.new_page()
    page.goto("/")
    page.locator("[data-menu] summary").click()
    page.mouse.move(300, 200)
    page.mouse.wheel(0, 2000)
    expect(page.locator(".site-menu__more a").last).to_be_in_viewport()
    context.close()
