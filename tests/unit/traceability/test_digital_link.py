"""GS1 Digital Link: what is taken, what is refused and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.digital_link import DigitalLink, DigitalLinkError, Reason, parse

G = "09520123456788"
SERIAL = "15K3RMZC93JT2C7E"
CHARACTERS_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
VALUES = st.text(CHARACTERS_82, max_size=20)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"/01/{G}", DigitalLink(G)),
        (f"/01/{G}/21/{SERIAL}", DigitalLink(G, serial=SERIAL)),
        (f"/01/{G}/10/L261103/21/{SERIAL}", DigitalLink(G, lot="L261103", serial=SERIAL)),
        (f"/01/{G}/22/2A/10/L1/21/7", DigitalLink(G, variant="2A", lot="L1", serial="7")),
        (f"/01/{G}/10/A%2FB", DigitalLink(G, lot="A/B")),
        (f"/01/{G}/10/a%2fb", DigitalLink(G, lot="a/b")),
        (f"/01/{G}/10/A+B", DigitalLink(G, lot="A+B")),
        (f"/some/shop/01/{G}/21/1", DigitalLink(G, serial="1")),
        (f"/01/faux/01/{G}", DigitalLink(G)),
    ],
)
def test_paths_that_are_taken(path: str, expected: DigitalLink) -> None:
    assert parse(path) == expected


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", Reason.NO_KEY),
        ("/", Reason.NO_KEY),
        ("/01", Reason.NO_KEY),
        ("/01/", Reason.GTIN),
        ("/01/9520123456788", Reason.GTIN),
        ("/01/09520123456789", Reason.GTIN),
        ("/01/0952012345678X", Reason.GTIN),
        ("/01/%D9%A0%D9%A1", Reason.CHARACTERS),
        (f"/01/{G}/foo", Reason.NO_KEY),
        (f"/01/{G}/21", Reason.NO_KEY),
        (f"/01/{G}/21/", Reason.QUALIFIER),
        (f"/01/{G}/21/a/b", Reason.NO_KEY),
        (f"/01/{G}/21/1/10/L1", Reason.PATH),
        (f"/01/{G}/10/L1/10/L2", Reason.PATH),
        (f"/01/{G}/235/TPX", Reason.PATH),
        (f"/01/{G}/lot/L1", Reason.PATH),
        (f"/gtin/{G}", Reason.NO_KEY),
        (f"/01/{G}/21/{'1' * 21}", Reason.QUALIFIER),
        (f"/01/{G}/10/L%C3%B4", Reason.CHARACTERS),
        (f"/01/{G}/10/A%20B", Reason.QUALIFIER),
        (f"/01/{G}/21/%00", Reason.CHARACTERS),
        (f"/01/{G}/21/%zz", Reason.CHARACTERS),
        (f"/01/{G}/21/<x>", Reason.CHARACTERS),
        (f"/01/{G}/21/" + "9" * 5000, Reason.CHARACTERS),
    ],
)
def test_paths_that_are_refused(path: str, reason: Reason) -> None:
    with pytest.raises(DigitalLinkError) as error:
        parse(path)
    assert error.value.reason == reason


@pytest.mark.parametrize(
    "query",
    ["17=271103", "17=271100", "15=271103&3103=000500", "linkType=gs1:pip", "foo=bar&foo=baz", "7003=2711031200",
     "17=271103&17=271103", "422=704", "91=abc", "7007=261103", "7007=261101261103", "&&", "30=6", "foo"],
)  # fmt: skip
def test_queries_that_are_taken(query: str) -> None:
    assert parse(f"/01/{G}", query).gtin == G


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("17=271303", Reason.ATTRIBUTE),
        ("17=27110", Reason.ATTRIBUTE),
        ("17=", Reason.EMPTY),
        ("17", Reason.EMPTY),
        ("10=L1", Reason.BELONGS_IN_PATH),
        ("21=1", Reason.BELONGS_IN_PATH),
        ("01=09520123456788", Reason.BELONGS_IN_PATH),
        ("37=5", Reason.ATTRIBUTE),
        ("8200=x", Reason.ATTRIBUTE),
        ("1234=5", Reason.ATTRIBUTE),
        ("17=271103&17=271104", Reason.DUPLICATE),
        ("7003=2711032500", Reason.ATTRIBUTE),
        ("7007=261100", Reason.ATTRIBUTE),
        ("400=a+b", Reason.ATTRIBUTE),
        ("17=%00", Reason.CHARACTERS),
        ("foo=ắ", Reason.CHARACTERS),
    ],
)
def test_queries_that_are_refused(query: str, reason: Reason) -> None:
    with pytest.raises(DigitalLinkError) as error:
        parse(f"/01/{G}", query)
    assert error.value.reason == reason


def test_the_canonical_form_sorts_and_drops_what_is_no_identifier() -> None:
    link = parse(f"/shop/01/{G}/10/A%2fB", "17=271103&foo=1&11=261103")
    assert link.canonical() == f"https://id.gs1.org/01/{G}/10/A%2FB?11=261103&17=271103"


@given(variant=VALUES, lot=VALUES, serial=VALUES, note=st.text(CHARACTERS_82, min_size=1, max_size=90))
def test_what_is_written_is_read(variant: str, lot: str, serial: str, note: str) -> None:
    link = DigitalLink(G, variant, lot, serial, {"91": note})
    path, _mark, query = link.uri("").partition("?")
    assert parse(path, query) == link


@given(st.text(max_size=200), st.text(max_size=100))
def test_any_text_is_a_link_or_a_named_fault(path: str, query: str) -> None:
    try:
        link = parse(path, query)
    except DigitalLinkError:
        return
    assert parse(link.path()).gtin == link.gtin
