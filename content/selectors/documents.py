"""Documents of the program, recognition decisions, and the rules of the site."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.certification.models import Decision
from catalog.certification.selectors import recognitions
from catalog.clock import today
from catalog.languages import localized, text_language
from catalog.models import Product
from content.models import DocumentPage, PolicyPage
from content.selectors.languages import in_page_language

DECISIONS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class DocumentRow:
    url: str
    title: str
    title_lang: str
    number: str
    kind: str
    issued_on: date
    authority: str
    is_valid: bool


def document_listing(request: HttpRequest) -> list[DocumentRow]:
    """Newest first, one query."""
    pages = in_page_language(DocumentPage.objects.all()).select_related("locale").order_by("-issued_on", "pk")
    return [
        DocumentRow(
            url=page.get_url(request) or "",
            title=page.title,
            title_lang=page.locale.language_code,
            number=page.number,
            kind=str(page.get_kind_display()),
            issued_on=page.issued_on,
            authority=page.authority,
            is_valid=page.is_valid,
        )
        for page in pages
    ]


def recognition_decisions() -> list[dict[str, Any]]:
    """The newest decisions that recognized something, with how many products; liquor is not counted. One query.

    What was revoked later stays counted: the decision did recognize it. Drafts are not.
    """
    day = today()
    counted = recognitions(day).filter(product__in=Product.objects.shown()).order_by().values("pk")
    decisions = (
        Decision.objects.filter(kind=Decision.Kind.RECOGNITION, signed_on__lte=day)
        .annotate(product_count=Count("certificates", filter=Q(certificates__in=counted)))
        .filter(product_count__gt=0)
        .select_related("authority")
        .order_by("-signed_on", "number")[:DECISIONS_SHOWN]
    )
    return [
        {
            "number": decision.number,
            "title": localized(decision, "title"),
            "title_lang": text_language(decision, "title"),
            "authority": localized(decision.authority, "name"),
            "signed_on": decision.signed_on,
            "product_count": decision.product_count,
        }
        for decision in decisions
    ]


def policy_listing(request: HttpRequest) -> list[dict[str, Any]]:
    """Rules in the language of the page, by title; one query."""
    pages = in_page_language(PolicyPage.objects.filter(depth__gt=3)).select_related("locale").order_by("title")
    return [
        {
            "url": page.get_url(request) or "",
            "title": page.title,
            "title_lang": page.locale.language_code,
            "summary": page.summary,
            "version": page.version,
            "effective_on": page.effective_on,
        }
        for page in pages
    ]


def document_facts(page: DocumentPage) -> list[tuple[str, str]]:
    """Number, day, authority and state of one document."""
    rows = [
        (_("Number"), page.number),
        (_("Kind"), str(page.get_kind_display())),
        (_("Issued on"), date_format(page.issued_on, "d/m/Y")),
        (_("Issued by"), page.authority),
        (_("State"), _("in force") if page.is_valid else _("no longer in force")),
    ]
    return [row for row in rows if row[1]]
