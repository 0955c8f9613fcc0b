"""RSS of stories and news."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.addresses import absolute
from content.sections import section_path
from content.selectors.articles import news_pages, stories

ENTRIES = 20


class ArticleFeed(Feed):
    """The newest articles. Every address is absolute, so that `django.contrib.sites` is not asked for a host."""

    def __init__(self, section: str, name: Promise, articles: Callable[[], QuerySet[Any]]) -> None:
        """`section` is a key of `content.sections`, `articles` answers the newest first."""
        self.section, self.name, self.articles = section, name, articles

    def title(self) -> str:
        return f"{self.name} – {settings.SITE_NAME}"

    def link(self) -> str:
        return absolute(section_path(self.section))

    def feed_url(self) -> str:
        return f"{self.link()}rss/"

    def items(self) -> QuerySet[Any]:
        return self.articles()[:ENTRIES]

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.lead)

    def item_link(self, item: Any) -> str:
        return absolute(item.url)

    def item_pubdate(self, item: Any) -> datetime:
        """Feed readers want a time of day: noon UTC, which is the day of the page from Honolulu to Tokyo."""
        return datetime.combine(item.published_on, time(12), UTC)


story_feed = ArticleFeed("stories", _("Stories"), stories)
news_feed = ArticleFeed("news", _("News"), news_pages)
