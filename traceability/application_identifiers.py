"""The GS1 Application Identifiers that a Digital Link of ours may carry, and the checks of their values. Pure.

Formats from the GS1 General Specifications 26.0 and the Barcode Syntax Dictionary of 27 January 2026.
"""

import re
from collections.abc import Callable
from datetime import date

Check = Callable[[str], bool]

_CHARACTERS_82 = re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+")


def text(longest: int) -> Check:
    """Up to so many characters of character set 82: no space, nothing beyond ASCII."""
    return lambda value: len(value) <= longest and bool(_CHARACTERS_82.fullmatch(value))


def digits(shortest: int, longest: int | None = None) -> Check:
    """Only ASCII digits, as many as said."""
    pattern = re.compile(f"[0-9]{{{shortest},{longest or shortest}}}")
    return lambda value: bool(pattern.fullmatch(value))


def is_date(value: str) -> bool:
    """YYMMDD; day 00 means the last day of the month."""
    return _is_day(value, last_day_allowed=True)


def _is_day(value: str, *, last_day_allowed: bool) -> bool:
    if not digits(6)(value):
        return False
    day = value[4:]
    if day == "00":
        day = "01" if last_day_allowed else day
    try:
        date(2000 + int(value[:2]), int(value[2:4]), int(day))
    except ValueError:
        return False
    return True


def is_date_and_time(value: str) -> bool:
    """YYMMDDhhmm, a real minute."""
    return (
        digits(10)(value)
        and _is_day(value[:6], last_day_allowed=False)
        and int(value[6:8]) < 24
        and int(value[8:]) < 60
    )


def is_harvest(value: str) -> bool:
    """One real day or two, YYMMDD or YYMMDDYYMMDD."""
    parts = [value] if len(value) == 6 else [value[:6], value[6:]]
    return len(value) in (6, 12) and all(_is_day(part, last_day_allowed=False) for part in parts)


# In the path behind a GTIN, in this order and no other.
QUALIFIERS: dict[str, Check] = {"22": text(20), "10": text(20), "21": text(20)}

# Behind the question mark. AI 37 is left out: it may not stand with a GTIN.
ATTRIBUTES: dict[str, Check] = {
    **dict.fromkeys(("11", "12", "13", "15", "16", "17"), is_date),
    "30": digits(1, 8),
    **{f"310{decimals}": digits(6) for decimals in range(6)},
    "400": text(30),
    "422": digits(3),
    "7003": is_date_and_time,
    "7007": is_harvest,
    **{str(ai): text(90) for ai in range(91, 100)},
}
