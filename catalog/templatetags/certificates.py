"""Certificates in words."""

from collections.abc import Iterable

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.certification.models import Authority
from catalog.certification.selectors import StarClaim

register = template.Library()


@register.simple_tag
def certificate_lines(history: Iterable[StarClaim]) -> list[str]:
    """One line for each earlier certificate: "4 sao (2022–2025), MẪU-0043/2022"."""
    return [_line(claim) for claim in history]


@register.filter
def class_words(claim: StarClaim) -> str:
    """The class and who awards it: "5 sao cấp quốc gia", "3 sao cấp huyện" (districts did until July 2025)."""
    if claim.potential_5:
        return _("4-star, potential 5-star")
    words = {
        Authority.Level.MINISTRY: _("%(n)s-star, national level"),
        Authority.Level.PROVINCE: _("%(n)s-star, provincial level"),
        Authority.Level.DISTRICT: _("%(n)s-star, district level"),
    }
    return words[Authority.Level(claim.authority_level)] % {"n": claim.ocop_star}


def _line(claim: StarClaim) -> str:
    sentence = _("{n}-star ({start}), revoked {day}") if claim.revoked_on else _("{n}-star ({start}–{end})")
    return sentence.format(
        n=claim.ocop_star,
        start=claim.issued_on.year,
        end=claim.expires_on.year,
        day=date_format(claim.revoked_on, "d/m/Y") if claim.revoked_on else "",
    )
