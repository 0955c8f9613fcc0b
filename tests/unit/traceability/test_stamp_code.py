"""Codes of stamps: known answers, and that no single slip of a finger passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability import stamp_code
from traceability.stamp_code import ALPHABET, Fault, StampCodeError

STEMS = st.text(ALPHABET, min_size=15, max_size=15)

# Published codes of the keyed construction; the check symbol is the same for codes drawn at random.
KNOWN = ("15K3RMZC93JT2C7E", "14MRGQR20HKN0GT1", "139H0PNKZ4C15Z3R", "1W31WKZ291WZSHR9", "18GTSFYBPTNSEP4A")


@pytest.mark.parametrize("code", KNOWN)
def test_known_codes_parse(code: str) -> None:
    assert stamp_code.parse(code) == code


def test_a_drawn_code_parses_and_is_marked_as_random() -> None:
    code = stamp_code.draw()
    assert stamp_code.parse(code) == code
    assert code[0] == "0"


def test_drawn_codes_differ() -> None:
    assert len({stamp_code.draw() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "typed",
    ["15K3-RMZC-93JT-2C7E", "15k3 rmzc 93jt 2c7e", " 15K3–RMZC—93JT-2C7E ", "I5K3RMZC93JT2C7E", "l5k3rmzc93jt2c7e"],
)
def test_hyphens_spaces_case_and_lookalikes_do_not_matter(typed: str) -> None:
    assert stamp_code.parse(typed) == "15K3RMZC93JT2C7E"


def test_it_is_printed_in_fours() -> None:
    assert stamp_code.group("15K3RMZC93JT2C7E") == "15K3-RMZC-93JT-2C7E"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", Fault.LENGTH),
        ("15K3RMZC93JT2C7", Fault.LENGTH),
        ("15K3RMZC93JT2C7EE", Fault.LENGTH),
        ("1" * 100_000, Fault.LENGTH),
        ("15K3UMZC93JT2C7E", Fault.ALPHABET),
        ("15K3RMZC93JT2C7U", Fault.ALPHABET),
        ("15K3RMZC93JT2C7ắ", Fault.ALPHABET),
        ("15K3RMZC93JT2C7W", Fault.CHECK),
        ("\0" * 16, Fault.ALPHABET),
    ],
)
def test_every_fault_is_named(typed: str, fault: Fault) -> None:
    with pytest.raises(StampCodeError) as error:
        stamp_code.parse(typed)
    assert error.value.fault == fault


@given(STEMS, st.integers(0, 15), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_never_passes(stem: str, position: int, symbol: str) -> None:
    code = stem + stamp_code.check_symbol(stem)
    wrong = code[:position] + symbol + code[position + 1 :]
    if wrong != code:
        with pytest.raises(StampCodeError):
            stamp_code.parse(wrong)


@given(STEMS, st.integers(0, 14))
def test_two_swapped_neighbors_never_pass(stem: str, position: int) -> None:
    code = stem + stamp_code.check_symbol(stem)
    swapped = code[:position] + code[position + 1] + code[position] + code[position + 2 :]
    if swapped != code:
        with pytest.raises(StampCodeError):
            stamp_code.parse(swapped)


@given(st.text(max_size=80))
def test_any_text_is_a_code_or_a_named_fault(typed: str) -> None:
    try:
        code = stamp_code.parse(typed)
    except StampCodeError:
        return
    assert len(code) == 16
    assert set(code) <= set(ALPHABET)
