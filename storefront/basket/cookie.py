"""The cookie by which a guest's basket is found again."""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

NAME: str = settings.OSCAR_BASKET_COOKIE_OPEN  # type: ignore[misc]  # from oscar.defaults
LIFETIME = timedelta(seconds=settings.OSCAR_BASKET_COOKIE_LIFETIME)  # type: ignore[misc]


def basket_id_of(request: HttpRequest) -> int | None:
    """The basket that the cookie names, open or not; None without one, and for one that is not ours."""
    try:
        return int(Signer().unsign(request.COOKIES.get(NAME, "")))
    except (BadSignature, ValueError):
        return None
