"""Production: exactly `base`, nothing relaxed."""

from .base import *  # noqa: F403
