"""The page of a producer: facts from the catalog, and its story when an editor has written one."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import gettext as _

from catalog.languages import is_english, localized
from catalog.producers.models import Producer
from content import structured_data as data
from content.body import body_parts
from content.models import ProducerPage
from content.selectors import links, producers


def producer_list_context(filter_: producers.ProducerFilter) -> dict[str, Any]:
    """Everything `content/producer_list.html` shows. Raises `Http404` for a page that does not exist."""
    listing = producers.producer_listing(filter_)
    return {"section": "producers", "filter": filter_, "listing": listing, "query": filter_.query()}


def producer_page_context(producer: Producer, page: ProducerPage | None, request: HttpRequest) -> dict[str, Any]:
    """Everything `content/producer_detail.html` shows; a fixed number of queries with and without a story."""
    context = producers.producer_context(producer)
    address = reverse("content:producer_detail", kwargs={"slug": producer.slug})
    trail = [(_("Producers"), reverse("content:producer_list")), *_province(producer), (context["producer_title"], "")]
    return {
        **context,
        "section": "producers",
        "page": page,
        "parts": body_parts(page.body)[0] if page else [],
        "years": producers.years(producer, context["cards"], context["histories"], page),
        "stories": links.stories_about_producer(producer.pk, request),
        "breadcrumb": trail,
        "page_description": localized(producer, "summary"),
        "og_image": data.share_picture(producer.photo),
        "has_alternate": producer.has_english,
        "language_url": translate_url(address, "vi" if is_english() else "en"),
        "structured_data": [
            data.organization_data(producer, address),
            data.breadcrumb_data([*trail[:-1], (context["producer_title"], address)]),
        ],
    }


def _province(producer: Producer) -> list[tuple[str, str]]:
    unit = producer.commune.parent
    if unit is None:
        return []
    return [(unit.name, f"{reverse('content:producer_list')}?province={unit.slug}")]
