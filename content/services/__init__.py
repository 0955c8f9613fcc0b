"""How pages come to be outside the editor: for the seed, imports and tests. Each is one transaction and publishes.

All are idempotent by slug and language: a page that exists is answered as it is, so nobody's editing is overwritten.
"""

from content.site_tree import site_prepare

from .articles import news_publish, producer_page_publish, story_publish
from .home import home_update
from .outings import fair_publish, village_publish
from .rules import document_publish, policy_publish

__all__ = [
    "document_publish",
    "fair_publish",
    "home_update",
    "news_publish",
    "policy_publish",
    "producer_page_publish",
    "site_prepare",
    "story_publish",
    "village_publish",
]
