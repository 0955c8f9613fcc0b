"""Certificates in words."""

from collections.abc import Iterable

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.certification.selectors import StarClaim

register = template.Library()


@register.simple_tag
def certificate_lines(history: Iterable[StarClaim]) -> list[str]:
    """One line for each earlier certificate: "4 sao (2022–2025), MẪU-0043/2022"."""
    return [_line(claim) for claim in history]


def _line(claim: StarClaim) -> str:
    sentence = _("{n}-star ({start}), revoked {day}") if claim.revoked_on else _("{n}-star ({start}–{end})")
    return sentence.format(
        n=claim.ocop_star,
        start=claim.issued_on.year,
        end=claim.expires_on.year,
        day=date_format(claim.revoked_on, "d/m/Y") if claim.revoked_on else "",
    )
