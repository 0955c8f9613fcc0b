"""Pages for tests, made by the same services that the seed uses."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import Group

from catalog.clock import today
from content import services
from content.entries import (
    DocumentEntry,
    FairEntry,
    NewsEntry,
    PolicyEntry,
    ProducerPageEntry,
    StoryEntry,
    VillageEntry,
)
from content.models import DocumentPage, FairPage, NewsPage, PolicyPage, ProducerPage, StoryPage, VillagePage
from storefront.accounts.models import User
from tests.factories.catalog import CommuneFactory, UserFactory

MONTHS = "222000000000"


def make_story(slug: str = "chuyen-mau", **values: Any) -> StoryPage:
    texts = {"title": "Câu chuyện mẫu", "lead": "Lời dẫn.", "text": "Một đoạn.", "published_on": today()}
    return services.story_publish(entry=StoryEntry(slug=slug, **{**texts, **values}))


def make_news(slug: str = "tin-mau", **values: Any) -> NewsPage:
    texts = {"title": "Tin mẫu", "lead": "Lời dẫn.", "text": "Một đoạn.", "published_on": today()}
    return services.news_publish(entry=NewsEntry(slug=slug, **{**texts, **values}))


def make_village(slug: str = "lang-mau", **values: Any) -> VillagePage:
    texts: dict[str, Any] = {
        "name": "Làng Mẫu",
        "lead": "Lời dẫn.",
        "facts": [{"label": "Đi từ Hà Nội", "label_en": "From Hanoi", "value": "75 km", "value_en": "75 km"}],
        "day": [{"title": "Xem", "title_en": "See", "text": "Sáng sớm.", "text_en": "Early."}],
        "seasons": [{"label": "Hái chè", "label_en": "Picking tea", "months": MONTHS}],
        "experiences": [
            {"name": "Sao chè", "name_en": "Firing tea", "price": 250000, "unit": "một người", "unit_en": "a person"}
        ],
    }
    commune = values.pop("commune", None) or CommuneFactory()
    return services.village_publish(entry=VillageEntry(slug=slug, commune=commune, **{**texts, **values}))


def make_fair(slug: str = "hoi-cho-mau", starts_in: int = 10, days: int = 6, **values: Any) -> FairPage:
    starts_on = today() + timedelta(days=starts_in)
    texts: dict[str, Any] = {
        "title": "Hội chợ Mẫu",
        "starts_on": starts_on,
        "ends_on": starts_on + timedelta(days=days - 1),
        "zones": [
            {"name": "Khu 1", "booths": 100, "ocop_booths": 74},
            {"name": "Khu 2", "booths": 120, "ocop_booths": 50},
        ],
        "program": [{"day": 1, "time": "19:30", "text": "Khai mạc"}],
    }
    commune = values.pop("commune", None) or CommuneFactory()
    return services.fair_publish(entry=FairEntry(slug=slug, commune=commune, **{**texts, **values}))


def make_document(number: str = "148/QĐ-TTg", **values: Any) -> DocumentPage:
    texts: dict[str, Any] = {"kind": "decision", "title": "Bộ tiêu chí", "issued_on": date(2023, 2, 24)}
    return services.document_publish(
        entry=DocumentEntry(number=number, authority="Thủ tướng Chính phủ", **{**texts, **values})
    )


def make_policy(slug: str = "giao-hang", **values: Any) -> PolicyPage:
    texts: dict[str, Any] = {
        "title": "Giao hàng và phí",
        "version": "1.0",
        "effective_on": date(2026, 7, 1),
        "summary": "Mỗi nhà sản xuất gửi một kiện.",
        "body": "## Ai gửi\n\nMỗi nhà tự gửi.",
    }
    return services.policy_publish(entry=PolicyEntry(slug=slug, **{**texts, **values}))


def make_producer_page(producer: str, **values: Any) -> ProducerPage:
    return services.producer_page_publish(entry=ProducerPageEntry(producer=producer, title="Chuyện của họ", **values))


def make_staff(group: str, email: str = "") -> User:
    """A member of one of the staff's groups."""
    user: User = UserFactory(email=email or f"{group.lower()}@example.com")
    user.groups.add(Group.objects.get(name=group))
    return user
