"""GS1 Digital Link URIs with a GTIN: parse and write (URI Syntax 1.7.0). Pure functions, strict.

The path must be the undecoded one: a slash inside a lot is `%2F`, and servers that hand out decoded paths lose it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import quote, unquote_to_bytes

from catalog.gtin import is_gtin14

from .application_identifiers import ATTRIBUTES, QUALIFIERS

CANONICAL_HOST = "https://id.gs1.org"
MAX_LENGTH = 2000  # of a whole URI: nothing that is printed comes near
_URI_CHARACTERS = re.compile(r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=\[\]]|%[0-9A-Fa-f]{2})*")


class Reason(StrEnum):
    """What is wrong with a URI, for messages and tests."""

    CHARACTERS = "characters"
    NO_KEY = "no_key"
    GTIN = "gtin"
    PATH = "path"
    QUALIFIER = "qualifier"
    ATTRIBUTE = "attribute"
    DUPLICATE = "duplicate"
    BELONGS_IN_PATH = "belongs_in_path"
    EMPTY = "empty"


class DigitalLinkError(ValueError):
    """The URI is no GS1 Digital Link. `reason` tells why, `part` is what it was found in."""

    def __init__(self, reason: Reason, part: str = "") -> None:
        super().__init__(f"{reason.value}: {part}" if part else reason.value)
        self.reason = reason
        self.part = part


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """What a URI identifies: a trade item, and perhaps its variant, lot and serial. `attributes` are of its query."""

    gtin: str
    variant: str = ""
    lot: str = ""
    serial: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    def path(self) -> str:
        """`/01/…[/22/…][/10/…][/21/…]`, percent-encoded."""
        pairs = (("01", self.gtin), ("22", self.variant), ("10", self.lot), ("21", self.serial))
        return "".join(f"/{ai}/{_quote(value)}" for ai, value in pairs if value)

    def uri(self, origin: str) -> str:
        """The URI on a host of ours: `origin` is `"https://host"`, with or without a path."""
        query = "&".join(f"{ai}={_quote(value)}" for ai, value in sorted(self.attributes.items()))
        return origin.rstrip("/") + self.path() + (f"?{query}" if query else "")

    def canonical(self) -> str:
        """The one form to store and compare: GS1's host, fixed order, keys of the query sorted."""
        return self.uri(CANONICAL_HOST)


def _quote(value: str) -> str:
    """Only unreserved characters stay as they are; `+` becomes `%2B` because a query reads it as a space."""
    return quote(value, safe="-._~")


def _decode(part: str, *, plus_is_space: bool = False) -> str:
    """Percent-decoding, once. Raises `DigitalLinkError` for what is no ASCII text and for NUL."""
    decoded = unquote_to_bytes(part.replace("+", " ") if plus_is_space else part)
    if not decoded.isascii() or b"\0" in decoded:
        raise DigitalLinkError(Reason.CHARACTERS, part)
    return decoded.decode("ascii")


def parse(path: str, query: str = "") -> DigitalLink:
    """Parse an undecoded path and query. What stands left of the GTIN is ignored. Raises `DigitalLinkError`."""
    if len(path) + len(query) > MAX_LENGTH or not _URI_CHARACTERS.fullmatch(f"{path}?{query}"):
        raise DigitalLinkError(Reason.CHARACTERS)
    pairs = _pairs(path)
    gtin = _decode(pairs[0][1])
    if not is_gtin14(gtin):
        raise DigitalLinkError(Reason.GTIN, gtin[:20])
    qualifiers = _qualifiers(pairs[1:])
    return DigitalLink(
        gtin=gtin,
        variant=qualifiers.get("22", ""),
        lot=qualifiers.get("10", ""),
        serial=qualifiers.get("21", ""),
        attributes=_attributes(query),
    )


def _pairs(path: str) -> list[tuple[str, str]]:
    """Pairs of AI and value from the GTIN on, found from the right: a prefix may look like a key and is none."""
    segments = path.split("/")[1:]
    pairs: list[tuple[str, str]] = []
    while len(segments) >= 2:
        ai, value = segments[-2:]
        del segments[-2:]
        pairs.insert(0, (ai, value))
        if ai == "01":
            return pairs
    raise DigitalLinkError(Reason.NO_KEY, path[:80])


def _qualifiers(pairs: list[tuple[str, str]]) -> dict[str, str]:
    order = list(QUALIFIERS)
    found: dict[str, str] = {}
    position = -1
    for ai, part in pairs:
        if ai not in QUALIFIERS or order.index(ai) <= position:
            raise DigitalLinkError(Reason.PATH, ai[:20])
        position = order.index(ai)
        value = _decode(part)
        if not QUALIFIERS[ai](value):
            raise DigitalLinkError(Reason.QUALIFIER, ai)
        found[ai] = value
    return found


def _attributes(query: str) -> dict[str, str]:
    """The AIs of the query. Words that are no numbers, such as `linkType`, are nobody's business here."""
    found: dict[str, str] = {}
    for pair in filter(None, query.split("&")):
        name, _mark, part = pair.partition("=")
        if not (name.isascii() and name.isdigit()):
            continue
        value = _attribute(name, _decode(part, plus_is_space=True))
        if found.setdefault(name, value) != value:
            raise DigitalLinkError(Reason.DUPLICATE, name)
    return found


def _attribute(name: str, value: str) -> str:
    if name in QUALIFIERS or name in ("01", "235"):
        raise DigitalLinkError(Reason.BELONGS_IN_PATH, name)
    if not value:
        raise DigitalLinkError(Reason.EMPTY, name)
    if name not in ATTRIBUTES or not ATTRIBUTES[name](value):
        raise DigitalLinkError(Reason.ATTRIBUTE, name[:20])
    return value
