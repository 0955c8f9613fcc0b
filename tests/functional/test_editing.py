"""An editor writes a story with a product in it and submits it; a moderator publishes; readers see it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog.vietnamese import slugify

from .conftest import Shop

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("shop")]

TITLE = "Một buổi sáng ở Cửa Khe"


def sign_in(browser: Browser, shop: Shop, email: str) -> Page:
    context = browser.new_context(base_url=shop.url, locale="vi-VN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/cms/")
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(shop.passwords[email])
    page.locator("button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/cms/$"))
    return page


def write_story(page: Page) -> None:
    page.goto(new_story_address(page))
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill("Cá cơm vào bến trước khi trời sáng.")
    choose_picture(page)
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Sản phẩm").first.click()
    page.get_by_role("button", name="Chọn sản phẩm").first.click()
    modal = page.locator(".modal")
    modal.locator("input[type=text], input[type=search]").first.fill("nuoc mam cua khe")
    modal.get_by_role("link", name="Nước mắm Cửa Khe").click()
    expect(modal).to_be_hidden()


def choose_picture(page: Page) -> None:
    page.get_by_role("button", name="Chọn một hình ảnh").first.click()
    page.locator(".modal a.image-choice").first.click()
    expect(page.locator(".modal")).to_be_hidden()


def new_story_address(page: Page) -> str:
    """The list of stories is a child of the Vietnamese home page; its key is in the explorer's links."""
    page.goto("/cms/pages/3/")
    href = page.get_by_role("link", name="Câu chuyện").first.get_attribute("href") or ""
    key = re.search(r"/pages/(\d+)/", href)
    assert key
    return f"/cms/pages/add/content/storypage/{key.group(1)}/"


def test_write_submit_publish_read(browser: Browser, shop: Shop) -> None:
    editor = sign_in(browser, shop, "bientap@sanvat.example")
    write_story(editor)
    assert editor.locator("[name=action-publish]").count() == 0, "an editor must not be able to publish"
    editor.get_by_role("button", name=re.compile("Lưu bản nháp")).click()
    editor.wait_for_url(re.compile(r"/edit/$"))
    assert editor.locator("[name=slug]").input_value() == slugify(TITLE)
    editor.get_by_role("button", name="Thao tác khác").click()
    editor.locator("[name=action-submit]").click()
    editor.wait_for_url(re.compile(r"/pages/\d+/$"))

    moderator = sign_in(browser, shop, "duyetbai@sanvat.example")
    moderator.get_by_role("link", name=TITLE).first.click()
    moderator.get_by_role("button", name="Thao tác khác").click()
    moderator.locator("[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])").click()
    moderator.wait_for_url(re.compile(r"/pages/\d+/$"))

    reader = browser.new_context(base_url=shop.url, locale="vi-VN").new_page()
    reader.goto("/cau-chuyen/")
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text(TITLE)
    expect(reader.locator("main")).to_contain_text("Nước mắm Cửa Khe")
