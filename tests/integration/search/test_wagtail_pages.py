"""Pages of the CMS are found when they are published, by all their words, and forgotten afterwards."""

import pytest
from wagtail.models import Locale, Page, Site

from content.models import HomePage, StoryIndexPage, StoryPage
from search.models import Kind, SearchDocument
from search.selectors import search
from search.services import index_rebuild, page_refresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories() -> StoryIndexPage:
    """The home page of the default site and its list of stories."""
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(title="Sản vật OCOP", slug="trang-nha", locale=Locale.objects.get(language_code="vi"))
    )
    Site.objects.update_or_create(
        hostname="testserver", defaults={"root_page": home, "is_default_site": True, "site_name": "OCOP"}
    )
    Site.clear_site_root_paths_cache()
    index: StoryIndexPage = home.add_child(instance=StoryIndexPage(title="Câu chuyện", slug="cau-chuyen"))
    return index


def story(index: StoryIndexPage, **values: object) -> StoryPage:
    defaults: dict[str, object] = {
        "title": "Muối phải chờ",
        "slug": "muoi-phai-cho",
        "lead": "Một mẻ nước mắm cần mười hai tháng.",
        "place": "Thăng An, Đà Nẵng",
        "body": [("paragraph", "<p>Ở Cửa Khe người ta ướp cá ngay trên bãi.</p>")],
    }
    page: StoryPage = index.add_child(instance=StoryPage(**(defaults | values)))
    return page


def urls(query: str) -> list[str]:
    return [hit.url for hit in search(query).page.object_list]


def test_a_story_is_found_by_title_lead_and_text(stories: StoryIndexPage) -> None:
    page_refresh(page_id=story(stories).pk)
    for query in ("muoi phai cho", "nước mắm", "cua khe", "thang an"):
        assert urls(query) == ["/cau-chuyen/muoi-phai-cho/"], query
    hit = search("cửa khe").page.object_list[0]
    assert hit.kind == Kind.STORY
    assert hit.meta == "Thăng An, Đà Nẵng"
    assert [piece.text for piece in hit.snippet if piece.is_match] == ["Cửa Khe"]


def test_an_unpublished_or_deleted_page_is_forgotten(stories: StoryIndexPage) -> None:
    page = story(stories)
    page_refresh(page_id=page.pk)
    page.unpublish()
    page_refresh(page_id=page.pk)
    assert not SearchDocument.objects.exists()
    page.save_revision().publish()
    page_refresh(page_id=page.pk)
    assert SearchDocument.objects.count() == 1
    number = page.pk
    page.delete()
    page_refresh(page_id=number)
    assert not SearchDocument.objects.exists()


def test_sections_are_not_found_and_a_rebuild_takes_all_pages(stories: StoryIndexPage) -> None:
    story(stories)
    story(stories, title="Trà đinh", slug="tra-dinh", live=False)
    assert index_rebuild() == 1
    assert urls("cau chuyen") == []


@pytest.mark.parametrize("change", ["publish", "unpublish", "delete"])
def test_every_change_is_followed_by_a_task(
    stories: StoryIndexPage, django_capture_on_commit_callbacks: object, change: str
) -> None:
    from django_tasks import default_task_backend

    page = story(stories)
    number = page.pk
    default_task_backend.clear()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        if change == "publish":
            page.save_revision().publish()
        elif change == "unpublish":
            page.unpublish()
        else:
            page.delete()
    asked = [(result.task.name, list(result.args)) for result in default_task_backend.results]
    assert ("refresh_page", [number]) in asked
