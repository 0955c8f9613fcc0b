"""Sign-in by e-mail address, whatever its case."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from .models import User


class EmailBackend(ModelBackend):
    """Oscar's own backend raises on two users of one address; here the address is unique and compared without case."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        address = username or kwargs.get("email")
        if not address or not password:
            return None
        user = User.objects.filter(email__iexact=address).order_by("pk").first()
        if user is None:
            User().set_password(password)  # the same work as for a known address, so that timing tells nothing
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None
