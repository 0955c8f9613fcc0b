"""What certificates say on a given day. The only way to a product's star."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import OuterRef, Q, QuerySet, Subquery

from catalog.clock import today
from catalog.models import Product

from .models import Certificate

EXPIRING_DAYS = 90  # officers remind at 90, 60 and 30 days; buyers are told from 90 on

ClaimState = Literal["active", "expiring", "expired", "suspended", "revoked"]

# Only these were ever a recognition; drafts and scores say nothing to the public.
_RECOGNITIONS = (
    Certificate.Status.RECOGNIZED,
    Certificate.Status.SUSPENDED,
    Certificate.Status.REVOKED,
    Certificate.Status.NOT_RENEWED,
)


@dataclass(frozen=True, slots=True)
class StarClaim:
    """What may be said about a product's star on one day, with the evidence for it."""

    certificate_id: int
    certificate_number: str
    ocop_star: int
    potential_5: bool
    scheme: str
    state: ClaimState
    issued_on: date
    expires_on: date
    days_left: int
    decision_number: str
    decision_date: date
    authority_name: str
    authority_level: str
    revoked_on: date | None
    authority_name_en: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether the star may be shown as a star (active or in its last 90 days)."""
        return self.state in ("active", "expiring")


def _state(certificate: Certificate, on: date) -> ClaimState:
    if certificate.revoked_on and certificate.revoked_on <= on:
        return "revoked"
    if certificate.expires_on < on or certificate.status == Certificate.Status.NOT_RENEWED:
        return "expired"
    if certificate.status == Certificate.Status.SUSPENDED:
        return "suspended"
    return "expiring" if certificate.expires_on - on <= timedelta(days=EXPIRING_DAYS) else "active"


def claim_of(certificate: Certificate, on: date) -> StarClaim:
    """The claim of one certificate; its decision and authority must be loaded, or cost queries."""
    return StarClaim(
        certificate_id=certificate.pk,
        certificate_number=certificate.number,
        ocop_star=certificate.ocop_star,
        potential_5=certificate.potential_5,
        scheme=certificate.scheme,
        state=_state(certificate, on),
        issued_on=certificate.issued_on,
        expires_on=certificate.expires_on,
        days_left=(certificate.expires_on - on).days,
        decision_number=certificate.decision.number,
        decision_date=certificate.decision.signed_on,
        authority_name=certificate.decision.authority.name,
        authority_name_en=certificate.decision.authority.name_en,
        authority_level=certificate.decision.authority.level,
        revoked_on=certificate.revoked_on,
    )


def recognitions(on: date) -> QuerySet[Certificate]:
    """Certificates issued by that day, newest first."""
    return (
        Certificate.objects.filter(status__in=_RECOGNITIONS, issued_on__lte=on)
        .select_related("decision__authority")
        .order_by("-issued_on", "-pk")
    )


def stars_of(products: Iterable[Product], on: date | None = None) -> dict[int, StarClaim]:
    """Claim by product id, in one query. The newest recognition speaks; a product without any is missing."""
    day = on or today()
    ids = {product.parent_id or product.pk for product in products}
    claims: dict[int, StarClaim] = {}
    for certificate in recognitions(day).filter(product_id__in=ids):
        claims.setdefault(certificate.product_id, claim_of(certificate, day))
    return claims


def star_of(product: Product, on: date | None = None) -> StarClaim | None:
    """The claim of one product, or of the parent of a pack size."""
    return stars_of([product], on).get(product.parent_id or product.pk)


def certificate_history(product: Product, on: date | None = None) -> list[StarClaim]:
    """All recognitions of a product by that day, newest first."""
    day = on or today()
    return [claim_of(certificate, day) for certificate in recognitions(day).filter(product=product)]


def histories_of(products: Iterable[Product], on: date | None = None) -> dict[int, list[StarClaim]]:
    """`certificate_history` of many products in one query, by product id."""
    day = on or today()
    histories: dict[int, list[StarClaim]] = defaultdict(list)
    for certificate in recognitions(day).filter(product_id__in=[product.pk for product in products]):
        histories[certificate.product_id].append(claim_of(certificate, day))
    return dict(histories)


def with_ocop_star(products: QuerySet[Product], on: date | None = None) -> QuerySet[Product]:
    """Annotates `ocop_star` and `star_issued_on` (None unless valid that day) and `recognized_once`, for filtering.

    For reading a star use `stars_of`; this is the same rule as SQL.
    """
    day = on or today()
    newest = _newest(OuterRef("pk"), day)
    valid = Certificate.objects.filter(
        Q(revoked_on=None) | Q(revoked_on__gt=day),
        product=OuterRef("pk"),
        # Inside this sub-query the product of the certificate is the outer one.
        pk=Subquery(_newest(OuterRef("product"), day).values("pk")[:1]),
        expires_on__gte=day,
        status__in=(Certificate.Status.RECOGNIZED, Certificate.Status.REVOKED),
    )
    annotated: QuerySet[Product] = products.annotate(
        ocop_star=Subquery(valid.values("ocop_star")[:1]),
        star_issued_on=Subquery(valid.values("issued_on")[:1]),
        recognized_once=Subquery(newest.values("pk")[:1]),
    )
    return annotated


def _newest(product: OuterRef, day: date) -> QuerySet[Certificate]:
    """Recognitions of the outer product by that day, the one that speaks first."""
    return Certificate.objects.filter(product=product, status__in=_RECOGNITIONS, issued_on__lte=day).order_by(
        "-issued_on", "-pk"
    )
