"""Addresses in two levels, as they have been written since 1 July 2025."""

from catalog.places.models import AdminUnit
from catalog.places.selectors import path_label


def full_address(street: str, commune: AdminUnit) -> str:
    """ "Xóm Hồng Thái, xã Tân Cương, tỉnh Thái Nguyên"; the commune's parents must be loaded."""
    place = path_label(commune)
    return f"{street}, {place[:1].lower()}{place[1:]}" if street else place
