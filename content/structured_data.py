"""JSON-LD for machines, in one place. Never a tax code (a household's is a citizen's ID), never a star as a rating."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext as _

from catalog import structured_data
from catalog.addresses import absolute
from catalog.languages import is_english, localized
from catalog.photos.models import Photo
from catalog.photos.templatetags.photos import picture_url
from catalog.places.models import AdminUnit
from catalog.producers.models import Producer
from catalog.sales_points.models import SalesPoint
from content.sections import section_path

Data = dict[str, Any]
PUBLISHER: Data = {"@type": "Organization", "name": settings.SITE_NAME}


def share_picture(photo: Photo | None) -> str:
    """Absolute address of a picture for machines; empty without a photo."""
    return absolute(picture_url(photo)) if photo else ""


def _clean(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def breadcrumb_data(trail: Iterable[tuple[str, str]]) -> Data:
    """The trail without home, which is put in front; the last is the page itself. Nothing for home."""
    steps = list(trail)
    return structured_data.breadcrumb([(_("Home"), section_path("home")), *steps]) if steps else {}


def owner_data(owner: dict[str, str]) -> Data:
    """Who runs the site, from the fields of `content.selectors.owner.site_owner`; an address ends with its province."""
    street, _comma, region = owner["address"].rpartition(", ")
    return _clean(
        {
            "@type": "Organization",
            "name": owner["name"],
            "alternateName": PUBLISHER["name"],
            "url": absolute(section_path("home")),
            "logo": absolute(static("img/share.png")),
            "address": _clean(
                {"@type": "PostalAddress", "streetAddress": street, "addressRegion": region, "addressCountry": "VN"}
            ),
            "telephone": owner["phone"],
            "email": owner["email"],
        }
    )


def address_data(street: str, commune: AdminUnit) -> Data:
    """Two levels, as addresses are since July 2025: commune as locality, province as region."""
    return _clean(
        {
            "@type": "PostalAddress",
            "streetAddress": street,
            "addressLocality": commune.full_name,
            "addressRegion": commune.parent.full_name if commune.parent else "",
            "addressCountry": "VN",
        }
    )


def geo_data(latitude: float | None, longitude: float | None) -> Data:
    if latitude is None or longitude is None:
        return {}
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def article_data(request: HttpRequest, page: Any, kind: str) -> Data:
    """`kind` is Article or NewsArticle."""
    return _clean(
        {
            "@type": kind,
            "headline": page.title,
            "description": page.lead,
            "image": share_picture(page.photo),
            "datePublished": page.published_on.isoformat(),
            "dateModified": page.last_published_at.isoformat() if page.last_published_at else "",
            "author": {"@type": "Organization", "name": getattr(page, "byline", "") or PUBLISHER["name"]},
            "publisher": PUBLISHER,
            "inLanguage": "en" if is_english() else "vi",
            "mainEntityOfPage": absolute(page.get_url(request) or "/"),
        }
    )


def destination_data(request: HttpRequest, page: Any) -> Data:
    return _clean(
        {
            "@type": "TouristDestination",
            "name": page.title,
            "description": page.lead,
            "url": absolute(page.get_url(request) or "/"),
            "image": share_picture(page.photo),
            "address": address_data("", page.commune),
            "geo": geo_data(page.latitude, page.longitude),
        }
    )


def event_data(request: HttpRequest, page: Any) -> Data:
    return _clean(
        {
            "@type": "Event",
            "name": page.title,
            "description": page.lead,
            "url": absolute(page.get_url(request) or "/"),
            "image": share_picture(page.photo),
            "startDate": page.starts_on.isoformat(),
            "endDate": page.ends_on.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": _clean(
                {
                    "@type": "Place",
                    "name": page.venue or page.commune.full_name,
                    "address": address_data("", page.commune),
                    "geo": geo_data(page.latitude, page.longitude),
                }
            ),
            "organizer": {"@type": "Organization", "name": page.organizer} if page.organizer else {},
        }
    )


def organization_data(producer: Producer, address: str) -> Data:
    """`address` is that of its page. Legal numbers stay out."""
    return _clean(
        {
            "@type": "Organization",
            "name": localized(producer, "name"),
            "alternateName": producer.short_name,
            "description": localized(producer, "summary"),
            "url": absolute(address),
            "image": share_picture(producer.photo),
            "foundingDate": str(producer.founded_year or ""),
            "telephone": producer.phone,
            "address": address_data(producer.address, producer.commune),
        }
    )


def store_data(point: SalesPoint, address: str) -> Data:
    return _clean(
        {
            "@type": "Store",
            "name": localized(point, "name"),
            "description": localized(point, "description"),
            "url": absolute(address),
            "image": share_picture(point.photo),
            "telephone": point.phone,
            "address": address_data(point.address, point.commune),
            "geo": geo_data(point.latitude, point.longitude),
        }
    )
