"""From a search to an order that can be looked up: on a phone, with and without JavaScript."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Shop

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def phone(request: pytest.FixtureRequest, browser: Browser, shop: Shop) -> Iterator[Page]:
    context = browser.new_context(
        base_url=shop.url, locale="vi-VN", viewport={"width": 360, "height": 740}, java_script_enabled=request.param
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_find_read_buy_and_follow(phone: Page) -> None:
    phone.goto("/tim-kiem/?q=nuoc+mam")
    phone.get_by_role("link", name="Nước mắm Cửa Khe").first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Nước mắm Cửa Khe")
    expect(phone.locator("main")).to_contain_text("MẪU-")
    read_its_story(phone)
    phone.get_by_role("button", name="Thêm vào giỏ").first.click()
    phone.goto("/gio-hang/")
    expect(phone.locator("main")).to_contain_text("Nước mắm Cửa Khe")
    number = order(phone)
    phone.goto("/don-hang/")
    phone.get_by_label("Số đơn").fill(number)
    phone.get_by_label("Số điện thoại").fill("0912 345 678")
    phone.get_by_role("button", name=re.compile("Xem đơn|Tra")).click()
    expect(phone.locator("main")).to_contain_text(number)
    expect(phone.locator("main")).to_contain_text("0912 *** 678")


def read_its_story(page: Page) -> None:
    """The product's page names its story; reading it leads back to the product."""
    page.get_by_role("link", name=re.compile("Cá cơm về đúng con nước")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cá cơm về đúng con nước")
    page.locator("main").get_by_role("link", name="Nước mắm Cửa Khe").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nước mắm Cửa Khe")


def order(page: Page) -> str:
    """Order what is in the basket as a guest; answers the order's number."""
    page.goto("/dat-hang/")
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Mẫu")
    page.get_by_label("Số điện thoại di động").fill("0912 345 678")
    page.get_by_label("Số nhà, tên đường hoặc thôn, xóm").fill("27 đường Mẫu")
    choose_commune(page, "tam thanh tam ky", "Quảng Phú")
    page.get_by_label(re.compile("Tôi đồng ý")).check()
    submit = page.locator("button[name=action]").last
    submit.click()
    if not re.search(r"/don-hang/", page.url):  # the sum was computed first; nothing typed is lost
        page.get_by_label(re.compile("Tôi đồng ý")).check()
        page.get_by_role("button", name=re.compile(r"^Đặt hàng")).click()
    page.wait_for_url(re.compile("/don-hang/"))
    number = re.search(r"\d{4}-\d{6}-\d", page.inner_text("main"))
    assert number
    return number.group()


def choose_commune(page: Page, typed: str, commune: str) -> None:
    page.get_by_label("Xã, phường hoặc đặc khu").fill(typed)
    option = page.get_by_text(re.compile(f"Phường {commune}")).first
    try:
        option.click(timeout=2500)
    except Exception:  # without JavaScript the form is sent and answers with choices
        page.locator("button[name=action]").last.click()
        page.get_by_label(re.compile(f"Phường {commune}")).check()


def test_a_wrong_phone_is_told_beside_its_field_and_nothing_is_lost(phone: Page) -> None:
    phone.goto("/san-pham/nuoc-mam-cua-khe/")
    phone.get_by_role("button", name="Thêm vào giỏ").first.click()
    phone.goto("/dat-hang/")
    phone.get_by_label("Họ và tên").fill("Nguyễn Thị Mẫu")
    phone.get_by_label("Số điện thoại di động").fill("0912 34 56")
    phone.locator("button[name=action]").last.click()
    expect(phone.locator("main")).to_contain_text(re.compile("Ví dụ: 0912 345 678"))
    expect(phone.get_by_label("Họ và tên")).to_have_value("Nguyễn Thị Mẫu")
    expect(phone.get_by_label("Số điện thoại di động")).to_have_value("0912 34 56")


def test_a_wrong_number_or_phone_tells_nothing(phone: Page) -> None:
    phone.goto("/don-hang/")
    phone.get_by_label("Số đơn").fill("2611-000000-0")
    phone.get_by_label("Số điện thoại").fill("0912 345 678")
    phone.get_by_role("button", name=re.compile("Xem đơn|Tra")).click()
    expect(phone.locator("main")).to_contain_text(re.compile("Không"))


def test_a_sample_stamp_answers(phone: Page) -> None:
    phone.goto("/san-pham/nuoc-mam-cua-khe/")
    address: Any = phone.locator("main a[href*='/01/'], main a[href*='/tem/'], main a[href*='/S/']").first
    phone.goto(address.get_attribute("href"))
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Mã hợp lệ")
    expect(phone.locator("body")).to_contain_text("Nước mắm Cửa Khe")
    assert phone.context.cookies() == []
