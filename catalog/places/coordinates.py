"""Where coordinates may lie: a typing error is a pin in another country."""

from typing import Any

from django.utils.translation import gettext_lazy as _


def coordinate_errors(latitude: float | None, longitude: float | None) -> dict[str, Any]:
    """What is wrong, by field; empty for places in Viet Nam with its islands, and for none."""
    errors: dict[str, Any] = {}
    if latitude is not None and not 7 <= latitude <= 24:
        errors["latitude"] = _("Latitudes of Viet Nam lie between 7 and 24.")
    if longitude is not None and not 102 <= longitude <= 118:
        errors["longitude"] = _("Longitudes of Viet Nam lie between 102 and 118.")
    return errors
