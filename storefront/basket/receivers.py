"""What the basket does when somebody signs in, at whichever door."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from storefront.accounts.models import User

from .cookie import basket_id_of
from .models import Basket
from .services import basket_hand_over


def connect() -> None:
    """Called once when the apps are ready."""
    user_logged_in.connect(take_along, dispatch_uid="basket-take-along")


def take_along(user: User, request: HttpRequest | None = None, **_signal: Any) -> None:
    """What was put in before comes along. The middleware drops the cookie: it names no guest's basket any more."""
    basket_id = basket_id_of(request) if request else None
    guest = Basket.open.filter(pk=basket_id, owner=None).first() if basket_id else None
    if guest is not None:
        basket_hand_over(owner=user, cookie_basket=guest)
