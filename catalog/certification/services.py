"""How decisions and certificates come to be. Each service is one transaction and tells listeners after commit."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.clock import add_months
from catalog.groups.models import CriteriaVersion
from catalog.models import Product
from catalog.signals import tell

from .models import VALIDITY_MONTHS, Authority, Certificate, CertificateEvent, Decision
from .signals import certificate_changed

# Lower bounds of the star bands, half-open: 69.9 is a 3-star, 70.0 a 4-star (QĐ 148/QĐ-TTg).
_BANDS = {3: (Decimal(50), Decimal(70)), 4: (Decimal(70), Decimal(90)), 5: (Decimal(90), Decimal("100.01"))}


def score_fits(*, ocop_star: int, score: Decimal, potential_5: bool) -> bool:
    """Whether the score lies in the star's band; a potential 5-star has 90 or more and is held as 4."""
    low, high = _BANDS[5 if potential_5 else ocop_star]
    return low <= score < high


@transaction.atomic
def decision_record(
    *,
    number: str,
    authority: Authority,
    signed_on: date,
    kind: str = Decision.Kind.RECOGNITION,
    round: str = "",
    title: str = "",
    title_en: str = "",
    is_sample: bool = False,
) -> Decision:
    """Record an act of an authority; the same number on the same day is the same decision.

    Raises `ValidationError` for another kind than it was recorded with, once certificates stand on it.
    """
    known = Decision.objects.filter(authority=authority, number=number, signed_on=signed_on).first()
    if known and known.kind != kind and (known.certificates.exists() or known.revocations.exists()):
        raise ValidationError({"kind": _("Certificates stand on this decision: it stays what it is.")})
    decision, _created = Decision.objects.update_or_create(
        authority=authority,
        number=number,
        signed_on=signed_on,
        defaults={"kind": kind, "round": round, "title": title, "title_en": title_en, "is_sample": is_sample},
    )
    return decision


@transaction.atomic
def certificate_recognize(
    *,
    product: Product,
    decision: Decision,
    number: str,
    ocop_star: int,
    scheme: str = Certificate.Scheme.NATIONAL,
    potential_5: bool = False,
    score: Decimal | None = None,
    criteria_version: CriteriaVersion | None = None,
    supersedes: Certificate | None = None,
    is_sample: bool = False,
) -> Certificate:
    """Recognize a product from the decision's day for 36 months.

    Raises `ValidationError` when the decision is no recognition or the score does not fit the star.
    """
    if decision.kind != Decision.Kind.RECOGNITION:
        raise ValidationError({"decision": _("This decision does not recognize products.")})
    if score is not None and not score_fits(ocop_star=ocop_star, score=score, potential_5=potential_5):
        raise ValidationError({"score": _("The score does not fit the star class.")})
    certificate = Certificate(
        product=product,
        number=number,
        status=Certificate.Status.RECOGNIZED,
        ocop_star=ocop_star,
        potential_5=potential_5,
        scheme=scheme,
        score=score,
        criteria_version=criteria_version,
        decision=decision,
        issued_on=decision.signed_on,
        expires_on=add_months(decision.signed_on, VALIDITY_MONTHS),
        supersedes=supersedes,
        is_sample=is_sample,
        **_as_printed(product),
    )
    certificate.full_clean()
    certificate.save()
    _record(certificate, decision)
    return certificate


def _as_printed(product: Product) -> dict[str, str]:
    producer = product.producer
    return {
        "product_name": product.get_title(),
        "producer_name": producer.name if producer else "",
        "address": (producer.former_address or producer.address) if producer else "",
    }


def _record(certificate: Certificate, decision: Decision, note: str = "") -> None:
    CertificateEvent.objects.create(
        certificate=certificate,
        status=certificate.status,
        happened_on=decision.signed_on,
        decision=decision,
        note=note,
    )
    tell(certificate_changed, Certificate, certificate=certificate)


@transaction.atomic
def certificate_revoke(
    *, certificate: Certificate, decision: Decision, reason: str, reason_en: str = ""
) -> Certificate:
    """Revoke by a decision, from the day it was signed.

    Raises `ValidationError` for a wrong kind, for an earlier day, and for one that is revoked already: its day and
    reason stay what they were.
    """
    if decision.kind != Decision.Kind.REVOCATION:
        raise ValidationError({"decision": _("This decision does not revoke certificates.")})
    if decision.signed_on < certificate.issued_on:
        raise ValidationError({"decision": _("A certificate cannot be revoked before it was issued.")})
    locked = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    if locked.status == Certificate.Status.REVOKED:
        raise ValidationError({"certificate": _("This certificate is revoked already.")})
    locked.status = Certificate.Status.REVOKED
    locked.revoked_on = decision.signed_on
    locked.revoked_by = decision
    locked.revocation_reason = reason
    locked.revocation_reason_en = reason_en
    locked.save()
    _record(locked, decision, reason)
    return locked
