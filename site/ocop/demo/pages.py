"""Sample pages: stories, news, villages, fairs, documents, rules and the home page, from the files of this folder."""

from datetime import date, timedelta
from typing import Any

from catalog.filters import ProductFilter
from catalog.listing import list_products
from catalog.photos.renditions import FORMATS, WIDTHS, filter_spec, renditions_make
from content import services
from content.entries import (
    DocumentEntry,
    FairEntry,
    HomeEntry,
    NewsEntry,
    PolicyEntry,
    ProducerPageEntry,
    ProducerPageTranslation,
    StoryEntry,
    StoryTranslation,
    VillageEntry,
)
from content.models import HomePage, StoryPage, VillagePage

from .files import Article, articles, days_before, rows, table, tables
from .goods import Communes
from .photos import PhotoBook

BYLINE, BYLINE_EN = "Ban biên tập", "The editors"


def seed_pages(day: date, photos: PhotoBook, communes: Communes) -> None:
    """All sample pages; those that exist are kept."""
    english = {article.slug: _translation(article) for article in articles("stories_en")}
    for article in articles("stories"):
        texts = {"kicker": article.front.get("kicker", ""), "byline": BYLINE, "english": english.get(article.slug)}
        services.story_publish(entry=StoryEntry(**texts, **_article(article, day, photos)))
    for article in articles("news"):
        services.news_publish(entry=NewsEntry(**_article(article, day, photos)))
    for values in tables("villages"):
        services.village_publish(entry=VillageEntry(**_village(values, photos, communes)))
    for values in tables("fairs"):
        services.fair_publish(entry=FairEntry(**_fair(values, day, photos, communes)))
    for row in rows("documents.csv"):
        issued_on, is_valid = date.fromisoformat(row.pop("issued_on")), row.pop("valid") == "1"
        services.document_publish(entry=DocumentEntry(issued_on=issued_on, is_valid=is_valid, **row))
    for values in tables("policies"):
        values["effective_on"] = date.fromisoformat(str(values["effective_on"]))
        services.policy_publish(entry=PolicyEntry(below_home=values["slug"] == "gioi-thieu", **values))
    for values in table("portraits.toml")["portrait"]:
        told = ProducerPageTranslation(**_with_milestones(values.pop("english")))
        entry = ProducerPageEntry(is_sample=True, english=told, **_with_milestones(values))
        services.producer_page_publish(entry=entry)
    if not HomePage.objects.filter(cover_story__isnull=False).exists():
        services.home_update(entry=_home(table("home.toml"), photos))


def _with_milestones(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "milestones": [tuple(milestone) for milestone in values["milestones"]]}


def _article(article: Article, day: date, photos: PhotoBook) -> dict[str, Any]:
    front = article.front
    return {
        "slug": article.slug,
        "title": front["title"],
        "lead": front["lead"],
        "text": article.text,
        "published_on": days_before(day, front.get("published_days_ago", 0)),
        "place": front.get("place", ""),
        "photo": photos.get(front.get("picture", "")),
        "sources": front.get("sources", ""),
        "products": front.get("products", []),
        "producers": front.get("producers", []),
        "find_photo": photos.get,
        "is_sample": True,
    }


def _translation(article: Article) -> StoryTranslation:
    """The file is named after the Vietnamese story; photo, date, products and producers are that one's."""
    names = ("slug", "title", "kicker", "place", "lead", "sources")
    texts = {name: article.front.get(name, "") for name in names}
    return StoryTranslation(text=article.text, byline=BYLINE_EN, **texts)


def _place(values: dict[str, Any], communes: Communes) -> dict[str, Any]:
    commune = communes.get(values.pop("commune"), values.pop("province"))
    return {"commune": commune, "latitude": values.pop("lat", None), "longitude": values.pop("lng", None)}


def _village(values: dict[str, Any], photos: PhotoBook, communes: Communes) -> dict[str, Any]:
    pictures = [photo for name in values.pop("pictures", []) if (photo := photos.get(name))]
    days = [{**part, "photo": photos.get(part.get("picture", ""))} for part in values.pop("day", [])]
    photo = photos.get(values.pop("picture", ""))
    return {
        **_place(values, communes), "photo": photo, "pictures": pictures, "day": days, "is_sample": True, **values,
    }  # fmt: skip


def _fair(values: dict[str, Any], day: date, photos: PhotoBook, communes: Communes) -> dict[str, Any]:
    starts_on = day + timedelta(days=values.pop("starts_in"))
    ends_on = starts_on + timedelta(days=values.pop("days") - 1)
    for name in ("slug", "slug_en", "title", "title_en", "edition", "edition_en"):
        values[name] = str(values.get(name, "")).format(year=starts_on.year)
    photo = photos.get(values.pop("picture", ""))
    return {
        **_place(values, communes), "starts_on": starts_on, "ends_on": ends_on, "photo": photo, "is_sample": True,
        **values,
    }  # fmt: skip


def _home(values: dict[str, Any], photos: PhotoBook) -> HomeEntry:
    same = ("cover_story", "cover_product", "stories", "village", "village_title", "village_title_en", "village_text")
    chosen: dict[str, Any] = {name: values[name] for name in same if name in values}
    return HomeEntry(
        cover_photo=photos.get(values.get("cover_picture", "")),
        village_text_en=values.get("village_text_en", ""),
        month_notes=_months(values.get("season_intro", {})),
        month_notes_en=_months(values.get("season_intro_en", {})),
        **chosen,
    )


def _months(table_: dict[str, str]) -> dict[int, str]:
    return {int(month): text for month, text in table_.items()}


def make_first_renditions() -> None:
    """Sizes of the pictures that a first visit shows; the worker makes the rest."""
    listed = [card.photo for card in list_products(ProductFilter(), 1).cards if card.photo]
    told = [*StoryPage.objects.order_by("-published_on")[:4], *VillagePage.objects.all()[:1]]
    small = [filter_spec(width, file_format) for width in WIDTHS[1:3] for file_format in FORMATS]
    for photo in dict.fromkeys([*listed, *(page.photo for page in told if page.photo)]):
        renditions_make(photo, small)
    for home in HomePage.objects.exclude(cover_photo=None).select_related("cover_photo")[:1]:
        renditions_make(home.cover_photo)
