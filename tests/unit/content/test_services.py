"""The page tree, and pages from plain values."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, Site, Workflow

from content import services
from content.entries import HomeEntry, ProducerPageTranslation, StoryTranslation
from content.models import FairPage, HomePage, StoryIndexPage, StoryPage, VillagePage
from content.sections import SECTIONS
from tests.factories.catalog import PhotoFactory, ProducerFactory, ProductFactory
from tests.factories.content import make_fair, make_policy, make_producer_page, make_story, make_village

pytestmark = pytest.mark.django_db

ENGLISH = StoryTranslation(
    slug="sample-story",
    title="Sample story",
    lead="Lead.",
    text="A paragraph.\n\n!figure 5 kg | of buds | Source: sample figures",
    kicker="Weaving",
)


@pytest.fixture(autouse=True)
def site() -> HomePage:
    return services.site_prepare()


def counts() -> dict[str, int]:
    return {"pages": Page.objects.count(), "sites": Site.objects.count(), "groups": Group.objects.count()}


def test_site_is_prepared_once() -> None:
    before = counts()

    services.site_prepare()

    assert counts() == before
    assert before["sites"] == 1
    assert HomePage.objects.count() == 2
    assert not Page.objects.filter(slug="home").exists()


@pytest.mark.parametrize("key", ["home", "stories", "villages", "fairs", "news", "documents", "policies"])
def test_sections_stand_where_links_lead(key: str, client: Any) -> None:
    for address in SECTIONS[key]:
        assert client.get(address).status_code == 200, address


def test_languages_are_translations_of_each_other() -> None:
    vietnamese, english = StoryIndexPage.objects.order_by("locale__language_code").reverse()

    assert vietnamese.translation_key == english.translation_key
    assert (vietnamese.slug, english.slug) == ("cau-chuyen", "stories")


def test_publishing_twice_keeps_the_first() -> None:
    first = make_story(title="Bản đầu")
    second = make_story(title="Bản sau")

    assert first.pk == second.pk
    assert StoryPage.objects.get().title == "Bản đầu"


def test_story_is_live_with_a_revision_and_its_links() -> None:
    product, liquor = ProductFactory(), ProductFactory(is_alcohol=True, abv=29)
    producer = ProducerFactory()

    page = make_story(products=[liquor.slug, product.slug, "khong-co"], producers=[producer.slug])
    page = StoryPage.objects.get(pk=page.pk)

    assert page.live
    assert page.latest_revision is not None
    assert [link.product for link in page.page_products.all()] == [product]
    assert [link.producer for link in page.page_producers.all()] == [producer]


def test_story_in_english_translates_the_vietnamese_one() -> None:
    product, producer = ProductFactory(), ProducerFactory()
    make_story("khong-dich")

    page = make_story("co-dich", products=[product.slug], producers=[producer.slug], english=ENGLISH)
    make_story("co-dich", english=ENGLISH)

    english = StoryPage.objects.get(locale__language_code="en")
    assert english.translation_key == page.translation_key
    assert english.url == "/en/stories/sample-story/"
    assert (english.title, english.kicker, english.byline) == ("Sample story", "Weaving", "")
    assert english.published_on == page.published_on
    assert [block.block_type for block in english.body] == ["paragraph", "figure"]
    assert [link.product for link in english.page_products.all()] == [product]
    assert [link.producer for link in english.page_producers.all()] == [producer]


def test_story_in_english_and_its_original_name_each_other(client: Any) -> None:
    make_story("co-dich", english=ENGLISH)

    for address in ("/cau-chuyen/co-dich/", "/en/stories/sample-story/"):
        text = client.get(address).content.decode()
        assert 'rel="alternate" hreflang="vi"' in text, address
        assert 'rel="alternate" hreflang="en"' in text, address


def test_pictures_of_english_stories_are_described_in_english() -> None:
    photo = PhotoFactory(description="Đồi chè", description_en="A tea hill")
    text = "!picture doi-che.webp | Hill."
    english = StoryTranslation(slug="hill", title="Hill", lead="Lead.", text=text)

    make_story("doi", text=text, find_photo=lambda _name: photo, english=english)

    described = {page.locale.language_code: page.body[0].value["alt"] for page in StoryPage.objects.all()}
    assert described == {"vi": "Đồi chè", "en": "A tea hill"}


def test_village_exists_in_english_only_with_english_texts() -> None:
    make_village("khong-dich")
    page = make_village("co-dich", name_en="Sample village", lead_en="Lead.", slug_en="sample-village")

    english = VillagePage.objects.get(locale__language_code="en")

    assert english.translation_key == page.translation_key
    assert english.slug == "sample-village"
    assert english.experiences[0].value["name"] == "Firing tea"
    assert page.experiences[0].value["name"] == "Sao chè"


def test_fair_keeps_zones_and_program_in_both_languages() -> None:
    make_fair(title_en="Sample fair")

    for page in FairPage.objects.all():
        assert [(zone.booths, zone.ocop_booths) for zone in page.zones.all()] == [(100, 74), (120, 50)]
        assert [event.time for event in page.events.all()] == ["19:30"]


def test_about_page_stands_below_home(client: Any) -> None:
    make_policy("gioi-thieu", title="Giới thiệu", below_home=True)

    assert client.get("/gioi-thieu/").status_code == 200


def test_page_of_a_producer_takes_its_slug() -> None:
    producer = ProducerFactory(slug="htx-che-mau")

    page = make_producer_page("htx-che-mau", milestones=[(2016, "Mười một hộ góp đất.")])

    assert (page.slug, page.producer) == ("htx-che-mau", producer)
    assert page.url == "/chu-the/htx-che-mau/"


def test_page_of_a_producer_in_english_stands_at_the_english_address() -> None:
    ProducerFactory(slug="htx-che-mau")
    told = ProducerPageTranslation(title="Sample tea", lead="A lead.", milestones=[(2016, "Land was pooled.")])

    page = make_producer_page("htx-che-mau", lead="Lời dẫn.", english=told)

    english = page.get_translations().get().specific
    assert (english.title, english.lead, english.url) == ("Sample tea", "A lead.", "/en/producers/htx-che-mau/")
    assert english.milestones[0].value["text"] == "Land was pooled."


def test_a_fair_is_told_in_english_with_its_venue() -> None:
    page = make_fair(venue="Quảng trường", venue_en="The square", title_en="Fair", slug_en="fair", sources="Nguồn")

    english = page.get_translations().get().specific
    assert (english.venue, english.sources) == ("The square", "Nguồn")


def test_home_is_updated_in_both_languages() -> None:
    make_story("bai-bia")
    village = make_village("lang", name_en="Village", lead_en="Lead.")
    entry = HomeEntry(
        cover_story="bai-bia",
        stories=["bai-bia"],
        village="lang",
        month_notes={1: "Tháng 1"},
        month_notes_en={1: "January"},
    )

    services.home_update(entry=entry)
    services.home_update(entry=entry)

    vietnamese, english = (HomePage.objects.get(locale__language_code=code) for code in ("vi", "en"))
    assert vietnamese.village_id == village.pk
    assert english.village.locale.language_code == "en"
    assert [note.text for note in vietnamese.month_notes.all()] == ["Tháng 1"]
    assert [note.text for note in english.month_notes.all()] == ["January"]
    assert vietnamese.home_stories.count() == 1


def test_english_home_takes_stories_in_english_where_they_exist() -> None:
    make_story("co-dich", english=ENGLISH)
    make_story("khong-dich")

    services.home_update(entry=HomeEntry(cover_story="co-dich", stories=["khong-dich", "co-dich"]))

    chosen = {}
    for home in HomePage.objects.all():
        stories = [link.story.slug for link in home.home_stories.all()]
        chosen[home.locale.language_code] = (home.cover_story.slug, stories)
    assert chosen == {
        "vi": ("co-dich", ["khong-dich", "co-dich"]),
        "en": ("sample-story", ["khong-dich", "sample-story"]),
    }


def test_there_is_one_workflow_and_moderators_approve() -> None:
    workflow = Workflow.objects.get()

    assert [group.name for group in workflow.tasks[0].specific.groups.all()] == ["Moderators"]
    assert HomePage.objects.first().get_workflow() == workflow
