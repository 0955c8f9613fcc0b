"""A page that is closed to the public is nowhere in public, and a page below it neither."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.test import Client
from django_tasks import default_task_backend
from wagtail.models import Page, PageViewRestriction

from content.models import HomePage, StoryIndexPage, StoryPage
from search.services import index_rebuild
from tests.factories.content import make_staff, make_story


@pytest.fixture
def story() -> StoryPage:
    return make_story(title="Chuyện kín của làng")


def close(page: Page) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.get(name="Editors"))
    return restriction


@pytest.mark.parametrize("closed", [StoryPage, StoryIndexPage])
@pytest.mark.parametrize("address", ["/cau-chuyen/", "/", "/sitemap-pages.xml", "/tim-kiem/?q=chuyen+kin"])
def test_closed_page_is_not_listed(client: Client, story: StoryPage, closed: type[Page], address: str) -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    home.cover_story = story
    home.save()
    words = "Chuyện kín" if "xml" not in address else story.slug

    close(closed.objects.get(locale__language_code="vi"))
    index_rebuild()

    assert words not in client.get(address).content.decode()


def test_hidden_page_is_not_found_before_the_index_follows(client: Client, story: StoryPage) -> None:
    index_rebuild()

    StoryPage.objects.get(pk=story.pk).unpublish()

    assert "của làng" not in client.get("/tim-kiem/?q=chuyen+kin").content.decode()


def run_tasks() -> None:
    """What the worker would do."""
    for result in default_task_backend.results:
        result.task.call(*result.args)
    default_task_backend.clear()


def test_closing_and_opening_reaches_the_search(
    client: Client, story: StoryPage, django_capture_on_commit_callbacks: object
) -> None:
    default_task_backend.clear()
    index_rebuild()
    found = "/tim-kiem/?q=chuyen+kin"
    assert "của làng" in client.get(found).content.decode()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        restriction = close(StoryIndexPage.objects.get(locale__language_code="vi"))
    run_tasks()
    assert "của làng" not in client.get(found).content.decode()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        restriction.delete()
    run_tasks()
    assert "của làng" in client.get(found).content.decode()


def test_what_an_editor_may_see_is_not_kept_for_everybody(client: Client, story: StoryPage) -> None:
    caches["pages"].clear()
    close(story)
    editor = Client()
    editor.force_login(make_staff("Editors"))
    address = story.get_url()

    assert "Chuyện kín" in editor.get(address).content.decode()
    assert client.get(address).status_code == 302
