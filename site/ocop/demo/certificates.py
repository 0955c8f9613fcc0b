"""Sample authorities, decisions and certificates, laid relative to the day of seeding so that the shop looks alive."""

from datetime import date
from decimal import Decimal

from catalog.certification import services
from catalog.certification.models import Authority, Certificate, Decision
from catalog.groups.models import CriteriaVersion
from catalog.models import Product
from catalog.places.models import AdminUnit

from .files import days_before, rows


def seed_certificates(day: date) -> None:
    """Does nothing when there are certificates: their days hang on the day of the first seeding."""
    if Certificate.objects.exists():
        return
    _authorities()
    decisions = _decisions(day)
    versions = {version.code: version for version in CriteriaVersion.objects.all()}
    made: dict[tuple[str, str], Certificate] = {}
    pending = sorted(rows("certificates.csv"), key=lambda row: decisions[row["decision"]].signed_on)
    for row in pending:
        decision = decisions[row["decision"]]
        certificate = services.certificate_recognize(
            product=Product.objects.select_related("producer").get(slug=row["product"]),
            decision=decision,
            number=row["number"].format(year=decision.signed_on.year),
            ocop_star=int(row["star"]),
            scheme=row["scheme"],
            potential_5=row["potential_5"] == "1",
            score=Decimal(row["score"]) if row["score"] else None,
            criteria_version=versions.get(row["criteria_version"]),
            supersedes=made.get((row["product"], row["supersedes"])),
            is_sample=True,
        )
        made[row["product"], row["number"]] = certificate
        if row["revoked_by"]:
            services.certificate_revoke(
                certificate=certificate,
                decision=decisions[row["revoked_by"]],
                reason=row["revocation_reason"],
                reason_en=row["revocation_reason_en"],
            )


def _authorities() -> None:
    provinces = {unit.slug: unit for unit in AdminUnit.objects.provinces().current()}
    for row in rows("authorities.csv"):
        Authority.objects.update_or_create(
            key=row["key"],
            defaults={
                "name": row["name"],
                "name_en": row["name_en"],
                "level": row["level"],
                "province": provinces.get(row["province"]),
                "valid_from": row["valid_from"] or None,
                "valid_to": row["valid_to"] or None,
            },
        )


def _decisions(day: date) -> dict[str, Decision]:
    authorities = {authority.key: authority for authority in Authority.objects.all()}
    decisions = {}
    for row in rows("decisions.csv"):
        signed_on = days_before(day, row["days_ago"])
        decisions[row["key"]] = services.decision_record(
            number=row["number"].format(year=signed_on.year),
            authority=authorities[row["authority"]],
            signed_on=signed_on,
            kind=row["kind"],
            round=row["round"].format(year=signed_on.year),
            title=row["title"].format(year=signed_on.year),
            title_en=row["title_en"].format(year=signed_on.year),
            is_sample=True,
        )
    return decisions
