"""GTINs (GS1 General Specifications): 14 digits, the last a check digit. Pure functions."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import ean
from stdnum.exceptions import ValidationError as NumberError


def validate_gtin14(value: str) -> None:
    """Django validator. Raises `ValidationError` unless `value` is 14 digits with the right check digit."""
    if len(value) != 14 or not value.isascii() or not value.isdigit():
        raise ValidationError(_("A GTIN is written with 14 digits."), code="gtin_length")
    try:
        ean.validate(value)
    except NumberError as error:
        raise ValidationError(_("The check digit of this GTIN is wrong."), code="gtin_check_digit") from error


def is_gtin14(value: str) -> bool:
    """Whether it is 14 digits with the right check digit."""
    try:
        validate_gtin14(value)
    except ValidationError:
        return False
    return True
