"""Buying in a real browser: with JavaScript, without it, in English; axe finds nothing on the way."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .conftest import Shop

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("shop")]

PRODUCT = "/san-pham/tra-dinh-hao-dat/"


def fill_recipient(page: Page) -> None:
    page.fill("#id_name", "Nguyễn Thị Mẫu")
    page.fill("#id_phone", "0905 000 000")
    page.fill("#id_street", "27 Trần Quốc Toản")


def test_with_javascript(page: Page) -> None:
    page.goto(PRODUCT)
    page.click("[data-buy-button]")
    expect(page).to_have_url(re.compile("/gio-hang/$"))
    page.get_by_role("button", name="Thêm một").click()
    expect(page.locator("[data-basket-count]")).to_have_text("2")
    page.goto("/dat-hang/")
    fill_recipient(page)
    page.locator("#id_commune_text").press_sequentially("tam thanh tam ky")
    page.get_by_text("Phường Quảng Phú, TP. Đà Nẵng").click()
    expect(page.locator("#id_commune_text")).to_have_value("Phường Quảng Phú, TP. Đà Nẵng")
    place = page.get_by_role("button", name=re.compile("^Đặt hàng, "))
    expect(place).to_be_visible()
    page.check("#id_terms")
    place.click()
    expect(page.locator("h1")).to_have_text("Một kiện chờ nhà sản xuất xác nhận")
    number = re.search(r"\d{4}-\d{6}-\d", page.locator(".kicker").inner_text())
    assert number
    page.goto("/don-hang/")
    page.fill("#id_number", number.group())
    page.fill("#id_phone", "0905000000")
    page.get_by_role("button", name="Xem đơn").click()
    expect(page.locator("h1")).to_have_text("Một kiện chờ nhà sản xuất xác nhận")
    expect(page.locator("[data-basket-count]")).to_be_hidden()


def test_without_javascript(browser: Browser, shop: Shop) -> None:
    context = browser.new_context(base_url=shop.url, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(PRODUCT)
    page.click("[data-buy-button]")
    page.goto("/dat-hang/")
    fill_recipient(page)
    page.fill("#id_commune_text", "Tam Thanh")
    page.get_by_role("button", name="Tính phí giao và tổng tiền").click()
    expect(page.locator("#id_commune_text_error")).to_contain_text("Chọn một dòng trong danh sách")
    page.get_by_label(re.compile("Quảng Phú")).check()
    page.get_by_role("button", name="Tính phí giao và tổng tiền").click()
    page.check("#id_terms")
    page.get_by_role("button", name=re.compile("^Đặt hàng, ")).click()
    expect(page.locator("h1")).to_have_text("Một kiện chờ nhà sản xuất xác nhận")
    context.close()


@pytest.mark.parametrize(
    "paths",
    [
        (PRODUCT, "/gio-hang/", "/dat-hang/", "/don-hang/"),
        ("/en/products/tra-dinh-hao-dat/", "/en/basket/", "/en/checkout/", "/en/orders/"),
    ],
)
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, shop: Shop, paths: tuple[str, ...]) -> None:
    product, basket, checkout, orders = paths
    # axe is put into the page, which the site's own policy would refuse.
    context = browser.new_context(base_url=shop.url, viewport={"width": 320, "height": 740}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(10_000)

    def look() -> None:
        assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto(basket)
    look()
    page.goto(product)
    page.click("[data-buy-button]")
    page.wait_for_url(f"**{basket}")
    look()
    page.goto(checkout)
    look()
    page.click("button[name=action]")
    expect(page.locator(".error-summary")).to_be_visible()
    look()
    fill_recipient(page)
    page.locator("#id_commune_text").press_sequentially("Tam Thanh")
    page.locator(".commune-option").first.click()
    page.locator("button[value=place]").wait_for()
    look()
    page.check("#id_terms")
    page.click("button[value=place]")
    page.locator(".timeline").first.wait_for()
    look()
    page.goto(orders)
    page.fill("#id_number", "2611-000000-0")
    page.fill("#id_phone", "0905000000")
    page.locator("main button").click()
    expect(page.locator(".error-summary")).to_be_visible()
    look()
    context.close()


def test_the_console_stays_silent(page: Page) -> None:
    """No script fails and the policy refuses nothing."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(PRODUCT)
    page.click("[data-buy-button]")
    page.get_by_role("button", name="Thêm một").click()
    expect(page.locator("[data-basket-count]")).to_have_text("2")
    page.goto("/dat-hang/")
    page.locator("#id_commune_text").press_sequentially("Tam Thanh")
    page.locator(".commune-option").first.click()
    page.locator("button[value=place]").wait_for()
    assert said == []
