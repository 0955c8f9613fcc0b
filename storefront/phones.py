"""Mobile numbers of Viet Nam: read what people type, say what is wrong with it, show it, mask it. Pure functions.

Cash on delivery needs a mobile: the carrier calls before coming. Stored as E.164.
"""

import re

import phonenumbers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

EXAMPLE = "0912 345 678"
NATIONAL_DIGITS = 10  # with the leading 0
_MOBILE = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
_SEPARATORS = re.compile(r"[\s.\-–()/]+")


class PhoneError(ValueError):
    """The number cannot be used; the message is a sentence for the buyer."""


def parse_mobile(text: str) -> str:
    """E.164 of a Vietnamese mobile number, `"0912 345 678"` → `"+84912345678"`. Raises `PhoneError`."""
    digits = _national_digits(text)
    _check_length(digits)
    try:
        number = phonenumbers.parse(digits, "VN")
    except phonenumbers.NumberParseException as error:
        raise PhoneError(_unknown()) from error
    if not phonenumbers.is_valid_number(number):
        raise PhoneError(_unknown())
    if phonenumbers.number_type(number) not in _MOBILE:
        raise PhoneError(
            _("This is no mobile number. The carrier calls a mobile, for example {example}").format(example=EXAMPLE)
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _national_digits(text: str) -> str:
    typed = _SEPARATORS.sub("", text)
    if not typed:
        raise PhoneError(_("Enter the mobile number of the recipient"))
    if typed.startswith(("+", "00")) and not typed.startswith(("+84", "0084")):
        raise PhoneError(
            _("The carrier needs a mobile number of Viet Nam, for example {example}").format(example=EXAMPLE)
        )
    digits = typed.removeprefix("+").removeprefix("00") if typed.startswith(("+", "00")) else typed
    if not (digits.isascii() and digits.isdigit()):
        raise PhoneError(_("A phone number has only digits. Example: {example}").format(example=EXAMPLE))
    if digits.startswith("84") and len(digits) >= NATIONAL_DIGITS:
        digits = digits[2:].removeprefix("0")
        return f"0{digits}"
    return digits


def _check_length(digits: str) -> None:
    if len(digits) == NATIONAL_DIGITS - 1 and not digits.startswith("0"):
        raise PhoneError(_("The phone number begins with 0. Example: {example}").format(example=EXAMPLE))
    # Landlines are one digit longer and get their own sentence.
    if len(digits) == NATIONAL_DIGITS + 1 and digits.startswith("02"):
        return
    missing = NATIONAL_DIGITS - len(digits)
    if missing > 0:
        lacking = ngettext(
            "The phone number lacks one digit. Example: {example}",
            "The phone number lacks {word} digits. Example: {example}",
            missing,
        )
        raise PhoneError(lacking.format(word=_count_word(missing), example=EXAMPLE))
    if missing < 0:
        raise PhoneError(_("The phone number has too many digits. Example: {example}").format(example=EXAMPLE))


def _count_word(count: int) -> str:
    """One as a word, because Vietnamese has one sentence for every number."""
    return pgettext("number of digits", "one") if count == 1 else str(count)


def _unknown() -> str:
    return _("No network has numbers that begin like this. Example: {example}").format(example=EXAMPLE)


def display(e164: str) -> str:
    """`"+84912345678"` → `"0912 345 678"`."""
    national = f"0{e164.removeprefix('+84')}"
    return f"{national[:4]} {national[4:7]} {national[7:]}"


def masked(e164: str) -> str:
    """`"+84905123345"` → `"0905 *** 345"`, for pages that others may see."""
    national = f"0{e164.removeprefix('+84')}"
    return f"{national[:4]} *** {national[-3:]}"
