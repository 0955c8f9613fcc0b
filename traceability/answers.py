"""The words of each verdict and what the page shows with it. No queries: everything comes from `StampVerdict`."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import override

from catalog.addresses import absolute
from catalog.cards import short_place
from catalog.clock import day_of
from catalog.languages import is_english, localized
from catalog.money import net_content
from catalog.photos.models import Photo

from .selectors import StampVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """Color, heading and sentence of a verdict. Texts may hold the names that `_values` fills in."""

    kind: str
    title: Promise
    text: Promise


ANSWERS: dict[Verdict, Answer] = {
    Verdict.GENUINE: Answer(
        "ok",
        _lazy("Valid code"),
        _lazy("Issued by this system for batch {lot}. Compare product and batch with what you are holding."),
    ),
    Verdict.NOT_ACTIVE: Answer(
        "warn",
        _lazy("This stamp is not active yet"),
        _lazy("Better not buy. A stamp becomes active when the goods are packed. Ask the seller, or tell us."),
    ),
    Verdict.VOID: Answer(
        "bad", _lazy("This stamp is void"), _lazy("Voided on {voided_on}: {reason}. Do not buy or use it.")
    ),
    Verdict.EXPIRED: Answer(
        "warn",
        _lazy("Past its date: {expires_on}"),
        _lazy("The code is valid, but batch {lot} has expired. Do not use it."),
    ),
    Verdict.MISTYPED: Answer(
        "neutral",
        _lazy("This code has a typing error"),
        _lazy("Compare it with the stamp, symbol by symbol. A typing error says nothing about the goods."),
    ),
    Verdict.UNKNOWN_CODE: Answer(
        "bad",
        _lazy("This code was not issued by this system"),
        _lazy("Do not buy or use it if this stamp is on an OCOP product. Keep the packaging and tell us."),
    ),
    Verdict.UNKNOWN_GTIN: Answer(
        "bad",
        _lazy("No product here has this number"),
        _lazy("The stamp names product number {gtin}, which this system does not know. Do not buy or use it; tell us."),
    ),
}

# Where the stamp gives reason to doubt, the page says whom it belongs to instead of what this is, and sells nothing.
IN_DOUBT = (Verdict.NOT_ACTIVE, Verdict.VOID, Verdict.EXPIRED)


def context(answer: StampVerdict) -> dict[str, Any]:
    """Template context of the scan answer."""
    words = ANSWERS[answer.verdict]
    values = _values(answer)
    shown: dict[str, Any] = {
        "answer": answer,
        "kind": words.kind,
        "title": str(words.title).format(**values),
        "text": str(words.text).format(**values),
        "code": answer.printed_code,
        "in_doubt": answer.verdict in IN_DOUBT,
        "is_typo": answer.verdict == Verdict.MISTYPED,
        "can_retype": not answer.is_on_record,
        "host": urlsplit(settings.BASE_URL).netloc,
        "language_url": other_language_url(answer),
    }
    if answer.product and answer.sold and answer.batch:
        shown |= {
            "place": short_place(answer.producer.commune) if answer.producer else "",
            "pack": net_content(answer.sold),
            "photo": small_photo([image.photo for image in answer.product.images.all()]),
            "maker_photo": small_photo([answer.producer.photo] if answer.producer else []),
            "facts": batch_facts(answer),
            "buy_url": buy_url(answer),
            "canonical_url": canonical_url(answer),
        }
    return shown


def _day(day: Any) -> str:
    return date_format(day, "d/m/Y") if day else ""


def _values(answer: StampVerdict) -> dict[str, str]:
    batch, stamp = answer.batch, answer.stamp
    return {
        "lot": batch.lot if batch else "",
        "expires_on": _day(batch.expires_on) if batch else "",
        "voided_on": _day(day_of(stamp.voided_at)) if stamp and stamp.voided_at else "",
        "reason": stamp.void_reason if stamp else "",
        "gtin": answer.gtin,
    }


def batch_facts(answer: StampVerdict) -> list[tuple[str, str]]:
    """Lines of label and value; what the records do not hold is left out."""
    batch, product = answer.batch, answer.product
    if batch is None or product is None:
        return []
    lines = [
        (_("Batch"), batch.lot),
        (_("Produced"), _day(batch.produced_on)),
        (_("Best before"), _day(batch.expires_on)),
        (_("Warning"), localized(product, "warnings")),
    ]
    return [line for line in lines if line[1]]


def small_photo(photos: list[Photo | None]) -> Photo | None:
    """The first photo, if its small size was made: the original would not fit into the page's budget of 50 KB."""
    photo = next(iter(photos), None)
    return photo if photo and any(photo.renditions.all()) else None


def buy_url(answer: StampVerdict) -> str:
    """Where the same can be bought again; empty in doubt, for liquor and for what is not on sale."""
    if answer.verdict != Verdict.GENUINE or answer.price is None or answer.product is None or answer.sold is None:
        return ""
    size = f"?size={answer.sold.slug}" if answer.sold.is_child else ""
    return f"{answer.product.get_absolute_url()}{size}"


def canonical_url(answer: StampVerdict) -> str:
    """The product's page, of which this one shows a part; empty for liquor and for what has no public page."""
    product = answer.product
    if product is None or product.is_alcohol or not product.is_public:
        return ""
    return absolute(product.get_absolute_url())


def answer_path(answer: StampVerdict) -> str:
    """The address of this answer in the active language."""
    if answer.gtin:
        return reverse("traceability:stamp_answer", args=[answer.gtin, answer.code or "-"])
    return reverse("traceability:stamp_code", args=[answer.code or "-"])


def other_language_url(answer: StampVerdict) -> str:
    with override("vi" if is_english() else "en"):
        return answer_path(answer)
