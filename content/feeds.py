"""RSS of stories and news."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.translation import gettext as _

from catalog.addresses import absolute
from content.sections import section_path
from content.selectors.articles import news_pages, stories

ENTRIES = 20


class ArticleFeed(Feed):
    """The newest articles. Every address is absolute, so that `django.contrib.sites` is not asked for a host."""

    section: str

    def title(self) -> str:
        return f"{self.section_name()} – {settings.SITE_NAME}"

    def link(self) -> str:
        return absolute(section_path(self.section))

    def feed_url(self) -> str:
        return f"{self.link()}rss/"

    def section_name(self) -> str:
        raise NotImplementedError

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.lead)

    def item_link(self, item: Any) -> str:
        return absolute(item.url)

    def item_pubdate(self, item: Any) -> datetime:
        """Feed readers want a time of day: noon UTC, which is the day of the page from Honolulu to Tokyo."""
        return datetime.combine(item.published_on, time(12), UTC)


class StoryFeed(ArticleFeed):
    section = "stories"

    def section_name(self) -> str:
        return _("Stories")

    def items(self) -> Iterable[Any]:
        return stories()[:ENTRIES]


class NewsFeed(ArticleFeed):
    section = "news"

    def section_name(self) -> str:
        return _("News")

    def items(self) -> Iterable[Any]:
        return news_pages()[:ENTRIES]
