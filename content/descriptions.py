"""One sentence about each page for search engines and previews: the page's own words, else those of its section."""

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST = 300

# By the name of the page type; lists have no words of their own unless an editor writes a lead.
SECTIONS: dict[str, Promise] = {
    "HomePage": _(
        "OCOP products with their certificates, the stories of those who make them, travel villages and fairs."
    ),
    "StoryIndexPage": _("Stories from the places where OCOP products come from, told by those who make them."),
    "VillageIndexPage": _(
        "Villages that receive visitors: what to see, make and eat there, when to come, how to get there."
    ),
    "FairIndexPage": _("Fairs of OCOP products: days, places, and how many of the booths are OCOP booths."),
    "NewsIndexPage": _("News of the OCOP program: decisions, fairs, products and certificates."),
    "DocumentIndexPage": _(
        "Documents of the OCOP program and the decisions that recognize products, with number and date."
    ),
    "PolicyIndexPage": _("The rules of this site: delivery, returns, payment, complaints, personal data."),
    "ProducerIndexPage": _(
        "Cooperatives, enterprises and households behind the OCOP products: where they are, what they make, when they "
        "receive visitors."
    ),
}


def describe(page: Page) -> str:
    """What an editor wrote for search engines, else the lead or summary, else the sentence of the section."""
    own = (getattr(page, name, "") for name in ("search_description", "lead", "summary"))
    text = next((words for value in own if (words := " ".join(strip_tags(value or "").split()))), "")
    return Truncator(text or str(SECTIONS.get(type(page).__name__, ""))).chars(LONGEST)
