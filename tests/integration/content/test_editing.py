"""What staff may do: editors write and submit, moderators publish, officers keep producers and goods."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import TaskState

from content.models import NewsIndexPage, NewsPage, PageProduct, StoryPage
from content.streams import block
from tests.factories import ProductFactory
from tests.factories.content import make_news, make_staff, make_story


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_staff("Editors"))
    return client


def news_data(**values: Any) -> dict[str, Any]:
    """The editor's form of a news item."""
    empty = {"INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000", "TOTAL_FORMS": "0"}
    formsets = {
        f"{name}-{key}": value
        for name in ("page_products", "page_producers", "comments")
        for key, value in empty.items()
    }
    return {
        "title": "Tin mới", "slug": "tin-moi", "published_on": "2026-11-26", "place": "",
        "lead": "Lời dẫn.", "photo": "",
        "caption": "", "sources": "", "seo_title": "", "search_description": "", "comment_notifications": "on",
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": "",
        "body-0-value": "Một tiêu đề", **formsets, **values,
    }  # fmt: skip


def create(client: Client, **values: Any) -> Any:
    parent = NewsIndexPage.objects.get(locale__language_code="vi")
    address = reverse("wagtailadmin_pages:add", args=["content", "newspage", parent.pk])
    return client.post(address, news_data(**values))


def test_editor_submits_and_moderator_publishes(editor: Client) -> None:
    create(editor, **{"action-submit": "1"})
    page = NewsPage.objects.get()
    assert not page.live
    state = TaskState.objects.get()

    moderator = Client()
    moderator.force_login(make_staff("Moderators"))
    moderator.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": ""})

    page.refresh_from_db()
    assert page.live
    assert page.body[0].value == "Một tiêu đề"


def test_editor_cannot_publish(editor: Client) -> None:
    create(editor, **{"action-publish": "1"})

    assert not NewsPage.objects.get().live


def test_editor_cannot_approve_own_work(editor: Client) -> None:
    create(editor, **{"action-submit": "1"})
    page, state = NewsPage.objects.get(), TaskState.objects.get()

    editor.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": ""})

    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize(
    "name",
    ["wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index", "product:index", "producer:index"],
)
def test_editor_sees_neither_people_nor_office(editor: Client, name: str) -> None:
    response = editor.get(reverse(name))

    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_menu_of_an_editor_holds_only_what_is_theirs(editor: Client) -> None:
    menu = editor.get(reverse("wagtailadmin_home")).content.decode()

    assert "/cms/users/" not in menu
    assert "/dashboard/" not in menu
    assert "/cms/product/" not in menu
    assert "/cms/reports/" not in menu


def test_officer_sees_office_and_orders(client: Client) -> None:
    client.force_login(make_staff("Officers"))

    menu = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "/cms/product/" in menu
    assert "/dashboard/" in menu
    assert "/cms/users/" not in menu


def test_editing_screens_of_all_page_types_open(client: Client) -> None:
    client.force_login(make_staff("Moderators"))
    product = ProductFactory()
    pages = [make_story(products=[product.slug], text=f"!product {product.slug}"), make_news()]
    for page in pages:
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    for model in ("villagepage", "fairpage", "documentpage", "policypage", "producerpage"):
        assert _add_screen(client, model).status_code == 200, model


def _add_screen(client: Client, model: str) -> Any:
    from django.apps import apps

    parent_type = apps.get_model("content", model).parent_page_types[0].split(".")[1]
    parent = apps.get_model("content", parent_type).objects.get(locale__language_code="vi")
    return client.get(reverse("wagtailadmin_pages:add", args=["content", model, parent.pk]))


def test_liquor_cannot_be_put_into_a_story() -> None:
    liquor = ProductFactory(is_alcohol=True, abv=29)
    page = make_story()
    page.body = [block("product", liquor.pk)]

    with pytest.raises(StreamBlockValidationError):
        StoryPage._meta.get_field("body").stream_block.clean(page.body)
    assert not PageProduct._meta.get_field("product").remote_field.limit_choices_to["is_alcohol"]


def test_preview_of_a_page_that_was_never_saved(editor: Client) -> None:
    parent = NewsIndexPage.objects.get(locale__language_code="vi")
    address = reverse("wagtailadmin_pages:preview_on_add", args=["content", "newspage", parent.pk])

    answer = editor.post(address, news_data(title="Chưa lưu lần nào")).json()
    preview = editor.get(address)

    assert answer["is_valid"]
    assert preview.status_code == 200
    assert "Chưa lưu lần nào" in preview.content.decode()
    assert not NewsPage.objects.exists()


def test_a_draft_is_shown_and_not_the_page_that_readers_have(editor: Client) -> None:
    page = make_news("tin", title="Tin đã đăng")
    Client().get("/tin-tuc/tin/")  # now in the page cache
    page.title = "Tin đang sửa"
    page.save_revision()

    draft = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()

    assert "Tin đang sửa" in draft
    assert "Tin đang sửa" not in Client().get("/tin-tuc/tin/").content.decode()


def test_who_saves_before_an_address_was_proposed_gets_that_of_the_title(editor: Client) -> None:
    create(editor, title="Mắm cá cơm Cửa Khe", slug="")
    assert NewsPage.objects.get().slug == "mam-ca-com-cua-khe"


def test_a_title_without_a_letter_needs_an_address(editor: Client) -> None:
    page = create(editor, title="!!!", slug="")
    assert page.status_code == 200
    assert not NewsPage.objects.exists()
