"""Components that decide what is said about a star, and how a picture is served."""

from dataclasses import replace
from datetime import date

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from catalog.certification.selectors import StarClaim
from catalog.photos.models import Photo

CLAIM = StarClaim(
    certificate_id=1, certificate_number="MẪU-0001/2024", ocop_star=4, potential_5=False, scheme="national",
    state="active", issued_on=date(2024, 3, 14), expires_on=date(2027, 3, 14), days_left=400, decision_number="MẪU-1",
    decision_date=date(2024, 3, 14), authority_name="UBND tỉnh Mẫu", authority_level="province",
    revoked_on=None,
)  # fmt: skip


def star_line(claim: StarClaim | None, size: str = "card") -> tuple[str, str]:
    """The markup, and its words with single blanks."""
    html = render_to_string("components/star_line.html", {"claim": claim, "size": size})
    words = Template("{{ html|striptags }}").render(Context({"html": html}))
    return html, " ".join(words.split())


def test_active_star() -> None:
    html, words = star_line(CLAIM)
    assert html.count("#star") == 4
    assert words == "4 sao đến 14/03/2027"
    assert star_line(CLAIM, "product")[1] == "4 sao còn hiệu lực đến 14/03/2027"


def test_expiring_star_says_how_many_days() -> None:
    assert star_line(replace(CLAIM, state="expiring", days_left=26))[1] == "4 sao còn 26 ngày"


def test_expired_star_is_outlined_and_past_tense() -> None:
    html, words = star_line(replace(CLAIM, state="expired"))
    assert html.count("#star-outlined") == 4
    assert words == "Từng đạt 4 sao (2024–2027)"


def test_potential_star_has_one_outlined_glyph() -> None:
    html, words = star_line(replace(CLAIM, potential_5=True))
    assert html.count("#star-outlined") == 1
    assert html.count("<svg") == 5
    assert words == "4 sao tiềm năng 5 sao"


def test_revoked_star_has_no_glyph() -> None:
    html, words = star_line(replace(CLAIM, state="revoked", revoked_on=date(2024, 12, 2)))
    assert "<svg" not in html
    assert words == "Chứng nhận đã thu hồi 02/12/2024"


def test_no_claim_is_nothing() -> None:
    assert star_line(None)[0].strip() == ""


@pytest.mark.django_db
def test_a_picture_without_sizes_serves_the_original() -> None:
    photo = Photo(title="x", file="original_images/x.webp", width=1200, height=900, description="Đồi chè")
    photo.save()
    html = Template('{% load photos %}{% picture photo ratio="3x2" %}').render(Context({"photo": photo}))
    assert "<source" not in html
    assert 'src="/media/original_images/x.webp"' in html
    assert 'alt="Đồi chè"' in html
    assert 'width="800" height="533"' in html
    assert 'loading="lazy"' in html


def test_no_picture_is_a_ground_with_the_name() -> None:
    html = Template('{% load photos %}{% picture None name="Trà đinh" %}').render(Context())
    assert "picture--drawn" in html
    assert "Trà đinh" in html


def test_english_words() -> None:
    with translation.override("en"):
        assert star_line(CLAIM, "product")[1] == "4-star valid until 14/03/2027"
