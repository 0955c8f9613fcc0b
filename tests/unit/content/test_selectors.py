from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.utils.translation import override

from catalog.clock import today
from content import services
from content.entries import StoryTranslation
from content.models import HomePage, HomeStory, SiteOwner
from content.selectors import articles, documents, fairs, home, producers
from content.selectors.links import stories_about_producer, stories_about_product
from content.selectors.nearby import nearby
from content.selectors.owner import CACHE_KEY, site_owner
from tests.factories.catalog import (
    CertificateFactory,
    DecisionFactory,
    ProducerFactory,
    ProductFactory,
    SalesPointFactory,
)
from tests.factories.content import make_fair, make_story, make_village

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site() -> None:
    services.site_prepare()


@pytest.fixture
def request_(rf: RequestFactory) -> Any:
    return rf.get("/")


def test_season_of_a_month_prefers_what_is_short_and_comes_from_elsewhere() -> None:
    long = ProductFactory(season="222222222222")
    short = ProductFactory(season="000002200000")
    same_place = ProductFactory(season="000002220000", producer=short.producer)
    ProductFactory(season="200000000000")
    ProductFactory(season="")
    ProductFactory(season="000002000000", is_alcohol=True, abv=29)

    assert home.seasonal_ids(6) == [short.pk, long.pk, same_place.pk]


def test_newest_decision_is_about_what_is_shown() -> None:
    older = DecisionFactory(signed_on=today() - timedelta(days=50))
    liquor_only = DecisionFactory(signed_on=today() - timedelta(days=2))
    shown = CertificateFactory(decision=older).product
    CertificateFactory(decision=liquor_only, product=ProductFactory(is_alcohol=True, abv=29))
    CertificateFactory(decision=older, product=ProductFactory(is_alcohol=True, abv=29))
    CertificateFactory(decision=DecisionFactory(signed_on=today()), status="draft")
    CertificateFactory(decision=older, status="draft")
    revocation = DecisionFactory(signed_on=today(), kind="revocation")
    CertificateFactory(decision=older, status="revoked", revoked_on=today(), revoked_by=revocation)

    decision = home.newest_decision()

    assert decision is not None
    assert decision.number == older.number
    assert decision.product_ids == [shown.pk]
    # A list of what was decided counts what was revoked later, too.
    assert [(row["number"], row["product_count"]) for row in documents.recognition_decisions()] == [(older.number, 2)]


def test_english_lists_show_vietnamese_pages_that_have_no_translation(request_: Any) -> None:
    make_village("a-dich", name="A", name_en="A in English", lead_en="Lead.")
    make_village("b-khong", name="B")
    from content.selectors.villages import village_listing

    with override("en"):
        shown = [(card.title, card.title_lang) for card in village_listing(request_)]
    assert shown == [("A in English", "en"), ("B", "vi")]
    assert [card.title for card in village_listing(request_)] == ["A", "B"]


def test_stories_about_products_and_producers(request_: Any) -> None:
    product = ProductFactory()
    make_story("mot", products=[product.slug])
    make_story("hai", producers=[product.producer.slug])
    make_story("ba")

    assert [card.url for card in stories_about_product(product.pk, request_)] == ["/cau-chuyen/mot/"]
    assert {card.url for card in stories_about_producer(product.producer.pk, request_)} == {
        "/cau-chuyen/mot/",
        "/cau-chuyen/hai/",
    }


def test_nearby_is_sorted_and_within_reach(request_: Any) -> None:
    near = ProductFactory(producer=ProducerFactory(latitude=16.0, longitude=108.05)).producer
    ProductFactory(producer=ProducerFactory(latitude=21.0, longitude=105.8))
    ProducerFactory(latitude=16.0, longitude=108.0)  # shows nothing, so nobody is sent there
    point = SalesPointFactory(latitude=16.02, longitude=108.0)

    places = nearby(16.0, 108.0, request_)

    assert [(place.kilometers, place.title) for place in places] == [(2, point.name), (5, near.short_name)]
    assert nearby(None, None, request_) == []


def test_fairs_are_upcoming_until_their_last_day(request_: Any) -> None:
    make_fair("dang-mo", starts_in=-2, days=3)
    make_fair("da-qua", starts_in=-10, days=3)
    make_fair("sap-toi", starts_in=5)

    listing = fairs.fair_listing(request_)

    assert [row.url for row in listing["upcoming"]] == ["/hoi-cho/dang-mo/", "/hoi-cho/sap-toi/"]
    assert [row.url for row in listing["past"]] == ["/hoi-cho/da-qua/"]
    assert listing["upcoming"][0].lines[1] == "220 gian, 124 gian OCOP"


def test_earlier_editions_are_of_the_same_series(request_: Any) -> None:
    make_fair("ky-truoc", starts_in=-300, series="quang-ninh", edition="Xuân 2026")
    make_fair("khac", starts_in=-300, series="khac")
    page = make_fair("ky-nay", starts_in=10, series="quang-ninh")

    assert [edition["title"] for edition in fairs.earlier_editions(page, request_)] == ["Xuân 2026"]


def test_story_list_has_pages(rf: RequestFactory) -> None:
    for number in range(articles.STORIES_A_PAGE + 1):
        make_story(f"bai-{number}")

    listing = articles.story_listing(rf.get("/", {"page": "2"}))

    assert len(listing.items) == 1


def test_producers_without_shown_goods_are_not_listed() -> None:
    listed = ProductFactory().producer
    ProductFactory(is_alcohol=True, abv=29)
    ProducerFactory()

    listing = producers.producer_listing(producers.ProducerFilter())

    assert [card.slug for card in listing.cards] == [listed.slug]
    assert listing.cards[0].product_count == 1


def test_owner_is_read_from_the_cache_until_somebody_changes_it(
    django_assert_num_queries: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert site_owner()["phone"] == "0236 000 0000"
    with django_assert_num_queries(0):
        site_owner()

    with django_capture_on_commit_callbacks(execute=True):
        SiteOwner.objects.create(phone="0236 000 1111")

    assert site_owner()["phone"] == "0236 000 1111"


def test_a_village_is_not_near_itself(request_: Any) -> None:
    maker = ProducerFactory(slug="lang-minh", short_name="Làng Mình", latitude=16.0, longitude=108.0)
    ProductFactory(producer=maker)

    named = [place.title for place in nearby(16.0, 108.0, request_)]
    without = nearby(16.0, 108.0, request_, without_producers=["lang-minh"])

    assert (named, without) == (["Làng Mình"], [])


def test_owner_kept_by_another_release_is_read_anew() -> None:
    cache.set(CACHE_KEY, {"name": "Cũ"})

    assert site_owner()["hours"] == "7:30–21:00"


def test_home_shows_a_story_in_its_language_although_the_other_was_chosen(request_: Any) -> None:
    english = StoryTranslation(slug="sample", title="Sample story", kicker="Weaving", lead="In English.", text="Text.")
    cover, plain = make_story("bia", english=english), make_story("khong-dich", title="Không dịch")
    page = HomePage.objects.get(locale__language_code="en")
    page.cover_story = cover
    page.home_stories = [HomeStory(story=plain), HomeStory(story=cover)]
    page.save()

    shown = {}
    for language in ("vi", "en"):
        with override(language):
            context = home.home_context(page, request_)
            shown[language] = [context["cover"].title, *(card.title for card in context["stories"])]

    assert shown["en"] == ["Sample story", "Không dịch", "Sample story"]
    assert shown["vi"] == ["Câu chuyện mẫu", "Không dịch", "Câu chuyện mẫu"]
