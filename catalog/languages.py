"""Two languages side by side: which URL segment and which text belongs to the language of the request."""

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language


def is_english() -> bool:
    return (get_language() or "vi").startswith("en")


def _segment(vi: str, en: str) -> str:
    return en if is_english() else vi


_lazy_segment = lazy(_segment, str)


def segment(vi: str, en: str) -> Any:
    """A URL segment in the language of the request: `path(segment("san-pham/", "products/"), …)`."""
    return _lazy_segment(vi, en)


def localized(instance: object, field: str) -> str:
    """The text of `field` in the active language; Vietnamese where the English is empty."""
    if is_english():
        english = getattr(instance, f"{field}_en", "")
        if english:
            return str(english)
    return str(getattr(instance, field))


def text_language(instance: object, field: str) -> str:
    """The language that `localized` answers in: `"vi"` marks Vietnamese text on an English page."""
    has_english = bool(getattr(instance, f"{field}_en", None))
    return "en" if is_english() and has_english else "vi"
