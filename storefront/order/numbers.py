"""Order numbers such as `2611-038472-7`: year and month, six scrambled digits, a check digit. Pure functions.

The six digits are a keyed permutation of the month's counter: nobody reads the volume from them or walks from one
order to the next, and no two counters meet. The check digit (Verhoeff) catches a mistyped or swapped digit.
"""

import hashlib
import hmac
import re

from stdnum import verhoeff

CAPACITY = 1_000_000
_HALF = 1000
_ROUNDS = 6
_NUMBER = re.compile(r"(\d{4})(\d{6})(\d)")


def scramble(counter: int, key: str) -> int:
    """A permutation of 0 … 999,999 (a Feistel network over two halves of three digits). Raises `ValueError` outside."""
    if not 0 <= counter < CAPACITY:
        raise ValueError(f"{counter} is not below {CAPACITY}")
    left, right = divmod(counter, _HALF)
    for round_number in range(_ROUNDS):
        left, right = right, (left + _mix(key, round_number, right)) % _HALF
    return left * _HALF + right


def _mix(key: str, round_number: int, half: int) -> int:
    digest = hmac.new(key.encode(), f"{round_number}:{half}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:4], "big") % _HALF


def compose(period: str, counter: int, key: str) -> str:
    """The number of the `counter`-th order of `period` ("2611")."""
    digits = f"{period}{scramble(counter, key):06}"
    return f"{period}-{digits[4:]}-{verhoeff.calc_check_digit(digits)}"


def tidy(typed: str) -> str:
    """What somebody typed in the form that is stored; empty if it cannot be a number or its check digit is wrong."""
    digits = re.sub(r"\D", "", typed)
    match = _NUMBER.fullmatch(digits)
    if match is None or not verhoeff.is_valid(digits):
        return ""
    return "-".join(match.groups())
