"""Sign-in by e-mail address, whatever its case."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from storefront import throttle

from .models import User


class EmailBackend(ModelBackend):
    """Oscar's own backend raises on two users of one address; here the address is unique and compared without case."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        address = username or kwargs.get("email")
        if not address or not password or _is_over(request, address):
            return None
        user = User.objects.filter(email__iexact=address).order_by("pk").first()
        if user is None:
            User().set_password(password)  # the same work as for a known address, so that timing tells nothing
        elif user.check_password(password) and self.user_can_authenticate(user):
            return user
        _count(request, address)
        return None


# Wrong passwords in a quarter of an hour, after which even the right one is refused.
TRIES_AN_ADDRESS, TRIES_A_CLIENT = 10, 50


def _is_over(request: HttpRequest | None, address: str) -> bool:
    over_address = throttle.is_over("sign-in", address.lower(), TRIES_AN_ADDRESS)
    client = throttle.client_address(request) if request else ""
    return over_address or bool(client and throttle.is_over("sign-in-client", client, TRIES_A_CLIENT))


def _count(request: HttpRequest | None, address: str) -> None:
    throttle.count("sign-in", address.lower())
    if request and (client := throttle.client_address(request)):
        throttle.count("sign-in-client", client)
