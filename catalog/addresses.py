"""Absolute addresses, always under the host of the settings: a cached page must not repeat the host it was asked by."""

from typing import Any

from django.conf import settings


def absolute(path: Any) -> str:
    """The path under `OCOP_BASE_URL`; what is absolute already stays."""
    text = str(path)
    return text if text.startswith(("http://", "https://")) else f"{settings.BASE_URL}{text}"
