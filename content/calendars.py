"""Fairs for calendar programs (RFC 5545): one to keep, or the coming ones to subscribe to."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.addresses import absolute
from catalog.cards import short_place
from content.models import FairPage
from content.selectors.fairs import fairs, upcoming


def fairs_calendar(request: HttpRequest) -> HttpResponse:
    """The fairs that are not over, to subscribe to."""
    return _calendar(_("Fairs"), upcoming(), "ocop-fairs", request)


def fair_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """One fair, to put into one's own calendar."""
    fair = fairs().filter(slug=slug).first()
    if fair is None:
        raise Http404
    return _calendar(fair.title, [fair], slug, request)


def _calendar(name: str, pages: Iterable[FairPage], file_name: str, request: HttpRequest) -> HttpResponse:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{settings.SITE_NAME}//OCOP//{(get_language() or 'vi').upper()}")
    calendar.add("x-wr-calname", f"{name} – {settings.SITE_NAME}")
    for page in pages:
        calendar.add_component(_event(page, request))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file_name}.ics"'
    return response


def _event(page: FairPage, request: HttpRequest) -> icalendar.Event:
    """Whole days: calendars of travelers abroad must not move them. The end of whole days is the day after."""
    event = icalendar.Event()
    event.add("uid", f"fair-{page.translation_key}@{urlsplit(settings.BASE_URL).hostname}")
    event.add("dtstamp", page.last_published_at or page.latest_revision_created_at)
    event.add("dtstart", page.starts_on)
    event.add("dtend", page.ends_on + timedelta(days=1))
    event.add("summary", page.title)
    event.add("location", ", ".join(part for part in (page.venue, short_place(page.commune)) if part))
    event.add("description", "\n".join(part for part in (page.opening_hours, page.lead) if part))
    event.add("url", absolute(page.get_url(request) or ""))
    if page.latitude is not None and page.longitude is not None:
        event.add("geo", (page.latitude, page.longitude))
    return event
