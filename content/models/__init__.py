"""One page family per file. Django finds the models here."""

from .documents import DocumentIndexPage, DocumentPage
from .fairs import FairEvent, FairIndexPage, FairPage, FairZone
from .home import HomePage, HomeStory, MonthNote
from .links import PageProducer, PageProduct
from .news import NewsIndexPage, NewsPage
from .pages import SitePage
from .policies import PolicyIndexPage, PolicyPage
from .producers import ProducerIndexPage, ProducerPage
from .settings import SiteOwner
from .stories import StoryIndexPage, StoryPage
from .villages import VillageIndexPage, VillagePage

__all__ = [
    "DocumentIndexPage",
    "DocumentPage",
    "FairEvent",
    "FairIndexPage",
    "FairPage",
    "FairZone",
    "HomePage",
    "HomeStory",
    "MonthNote",
    "NewsIndexPage",
    "NewsPage",
    "PageProducer",
    "PageProduct",
    "PolicyIndexPage",
    "PolicyPage",
    "ProducerIndexPage",
    "ProducerPage",
    "SiteOwner",
    "SitePage",
    "StoryIndexPage",
    "StoryPage",
    "VillageIndexPage",
    "VillagePage",
]
