"""Stars are derived from certificates on a day, and from nothing else."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from catalog.certification import services
from catalog.certification.models import Certificate, Decision
from catalog.certification.selectors import certificate_history, star_of, stars_of, with_ocop_star
from catalog.clock import add_months
from catalog.models import Product
from tests.factories import CertificateFactory, DecisionFactory, ProductFactory

pytestmark = pytest.mark.django_db
ISSUED = date(2023, 3, 14)
LAST_DAY = date(2026, 3, 14)


@pytest.fixture
def product() -> Product:
    """Others before it, so that no key of a product equals the key of its certificate by chance."""
    ProductFactory(is_public=False)
    ProductFactory(is_public=False)
    return ProductFactory()


def recognize(product: Product, star: int = 4, signed_on: date = ISSUED, **values: object) -> Certificate:
    decision = DecisionFactory(signed_on=signed_on)
    return services.certificate_recognize(
        product=product, decision=decision, number=f"MẪU-{decision.pk}", ocop_star=star, **values
    )


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (ISSUED, "active"),
        (LAST_DAY - timedelta(days=91), "active"),
        (LAST_DAY - timedelta(days=90), "expiring"),
        (LAST_DAY, "expiring"),
        (LAST_DAY + timedelta(days=1), "expired"),
    ],
)
def test_a_certificate_holds_36_months_to_the_day(product: Product, on: date, state: str) -> None:
    recognize(product)
    claim = star_of(product, on)
    assert claim
    assert (claim.state, claim.expires_on) == (state, LAST_DAY)
    annotated = with_ocop_star(Product.objects.filter(pk=product.pk), on).get()
    assert annotated.ocop_star == (4 if claim.is_valid else None)
    assert annotated.recognized_once is not None


def test_before_the_decision_there_is_nothing(product: Product) -> None:
    recognize(product)
    assert star_of(product, ISSUED - timedelta(days=1)) is None


def test_the_newest_recognition_speaks_even_when_it_is_lower(product: Product) -> None:
    first = recognize(product, star=4, signed_on=date(2019, 12, 1))
    recognize(product, star=3, signed_on=date(2022, 11, 20), supersedes=first)
    claim = star_of(product, date(2023, 1, 1))
    assert claim
    assert claim.ocop_star == 3
    assert [old.ocop_star for old in certificate_history(product, date(2023, 1, 1))] == [3, 4]
    assert star_of(product, date(2020, 1, 1)).ocop_star == 4  # type: ignore[union-attr]


def test_a_revoked_certificate_gives_no_star_from_the_day_of_the_decision(product: Product) -> None:
    certificate = recognize(product)
    revocation = DecisionFactory(kind=Decision.Kind.REVOCATION, signed_on=date(2024, 12, 2))
    services.certificate_revoke(certificate=certificate, decision=revocation, reason="Không đăng ký đánh giá lại")
    assert star_of(product, date(2024, 12, 1)).state == "active"  # type: ignore[union-attr]
    assert star_of(product, date(2024, 12, 2)).state == "revoked"  # type: ignore[union-attr]
    assert with_ocop_star(Product.objects.filter(pk=product.pk), date(2024, 12, 2)).get().ocop_star is None


@pytest.mark.parametrize(
    ("star", "score", "potential", "fits"),
    [(3, "69.9", False, True), (4, "69.9", False, False), (4, "70", False, True), (5, "90", False, True),
     (4, "90", False, False), (4, "92", True, True), (4, "89.99", True, False), (5, "100", False, True)],
)  # fmt: skip
def test_bands_are_half_open(product: Product, star: int, score: str, potential: bool, fits: bool) -> None:
    if fits:
        assert recognize(product, star, score=Decimal(score), potential_5=potential).pk
    else:
        with pytest.raises(ValidationError) as caught:
            recognize(product, star, score=Decimal(score), potential_5=potential)
        assert "score" in caught.value.message_dict
        assert not Certificate.objects.exists()


@pytest.mark.parametrize(
    "values", [{"ocop_star": 2}, {"ocop_star": 5, "potential_5": True}, {"expires_on": ISSUED, "issued_on": ISSUED}]
)
def test_the_database_refuses_impossible_certificates(product: Product, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateFactory(product=product, **values)


def test_a_revocation_stays_what_it_was(product: Product) -> None:
    certificate = recognize(product)
    first, second = (DecisionFactory(kind=Decision.Kind.REVOCATION) for _ in range(2))
    services.certificate_revoke(certificate=certificate, decision=first, reason="Bỏ địa chỉ")
    with pytest.raises(ValidationError):
        services.certificate_revoke(certificate=certificate, decision=second, reason="Khác")
    certificate.refresh_from_db()
    assert (certificate.revoked_by, certificate.revocation_reason) == (first, "Bỏ địa chỉ")


def test_a_decision_with_certificates_keeps_its_kind(product: Product) -> None:
    decision = recognize(product).decision
    same = {"number": decision.number, "authority": decision.authority, "signed_on": decision.signed_on}
    assert services.decision_record(**same, title="Tên đầy đủ").pk == decision.pk
    with pytest.raises(ValidationError):
        services.decision_record(**same, kind=Decision.Kind.REVOCATION)


def test_revocation_needs_a_decision_that_revokes(product: Product) -> None:
    certificate = recognize(product)
    with pytest.raises(ValidationError):
        services.certificate_revoke(certificate=certificate, decision=DecisionFactory(), reason="x")
    certificate.refresh_from_db()
    assert certificate.revoked_on is None


def test_stars_of_many_products_cost_one_query(django_assert_num_queries: object) -> None:
    products = [ProductFactory(ocop_star=3 + n % 3) for n in range(6)]
    with django_assert_num_queries(1):  # type: ignore[operator]
        claims = stars_of(products)
    assert [claims[product.pk].ocop_star for product in products] == [3, 4, 5, 3, 4, 5]


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [(date(2024, 2, 29), 36, date(2027, 2, 28)), (date(2020, 2, 4), 36, date(2023, 2, 4)),
     (date(2025, 1, 31), 1, date(2025, 2, 28)), (date(2025, 11, 30), 1, date(2025, 12, 30)),
     (date(2025, 12, 5), 0, date(2025, 12, 5))],
)  # fmt: skip
def test_add_months_keeps_the_calendar_day(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result
