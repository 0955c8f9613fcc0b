"""Codes of stamps: 16 symbols, the last a check symbol. Pure functions.

A code reads `kid(1) | body(14) | check(1)` in Crockford's base 32. The check symbol catches every single wrong symbol
and every swap of two neighbors, so a typing error can be told from a forgery. Codes drawn at random and kept one row
each carry key number 0; the numbers 1 to 31 are left to codes that are computed from a key.
"""

import re
import secrets
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
RANDOM_KID = 0
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1 over GF(2)
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015]+")
_MAX_TYPED = 64


class Fault(StrEnum):
    """Why typed text is no code."""

    LENGTH = "length"
    ALPHABET = "alphabet"
    CHECK = "check"


class StampCodeError(ValueError):
    """The text is no stamp code; `fault` tells what is wrong with it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def _times(a: int, b: int) -> int:
    """Product of two elements of GF(32)."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= _FIELD_POLYNOMIAL
        b >>= 1
    return product


def _powers() -> tuple[int, ...]:
    powers = [1]
    while len(powers) < LENGTH:
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS = _powers()[1:]


def check_symbol(stem: str) -> str:
    """The sixteenth symbol for the first fifteen. Raises `StampCodeError` for anything but 15 symbols."""
    if len(stem) != LENGTH - 1:
        raise StampCodeError(Fault.LENGTH)
    total = 0
    for symbol, weight in zip(stem, _WEIGHTS, strict=True):
        value = ALPHABET.find(symbol)
        if value < 0:
            raise StampCodeError(Fault.ALPHABET)
        total ^= _times(value, weight)
    return ALPHABET[total]


def draw() -> str:
    """A new unguessable code: 70 random bits."""
    stem = ALPHABET[RANDOM_KID] + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 2))
    return stem + check_symbol(stem)


def clean(typed: str) -> str:
    """What was typed, without hyphens and spaces, in capitals, look-alike letters as the digits they stand for."""
    return _SEPARATORS.sub("", typed[:_MAX_TYPED]).upper().translate(_LOOKALIKES)


def parse(typed: str) -> str:
    """The code that was typed or scanned. Raises `StampCodeError` with the first fault found."""
    code = clean(typed)
    if len(typed) > _MAX_TYPED or len(code) != LENGTH:
        raise StampCodeError(Fault.LENGTH)
    if check_symbol(code[:-1]) != code[-1]:
        raise StampCodeError(Fault.CHECK if code[-1] in ALPHABET else Fault.ALPHABET)
    return code


def is_code(typed: str) -> bool:
    """Whether `parse` understands it."""
    try:
        parse(typed)
    except StampCodeError:
        return False
    return True


def group(code: str) -> str:
    """As it is printed: `"15K3-RMZC-93JT-2C7E"`."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
