"""The block marks of sample articles: text in, (block type, values) out. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """One block of an article: `kind` is the block's name in content/blocks, `values` its plain values."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)


def read_marks(text: str) -> Iterator[Mark]:
    """Raises `ValueError` for a mark that is not known, so that a typo in a sample stops the seed."""
    for chunk in _BLANK_LINES.split(text.strip()):
        yield _read(chunk.strip())


def _read(chunk: str) -> Mark:
    if chunk.startswith("## "):
        return Mark("heading", {"text": chunk[3:].strip()})
    if chunk.startswith(">"):
        return _quote(chunk)
    if not chunk.startswith("!"):
        return Mark("paragraph", {"text": " ".join(chunk.split())})
    name, _, rest = chunk[1:].partition(" ")
    readers = {"figure": _figure, "product": _slug, "producer": _slug, "picture": _picture, "steps": _steps}
    if name not in readers:
        raise ValueError(f"unknown mark !{name}")
    return readers[name](name, rest)


def _quote(chunk: str) -> Mark:
    lines = [line.lstrip("> ").strip() for line in chunk.splitlines()]
    words = [line for line in lines if line and not line.startswith("—")]
    who = next((line.lstrip("— ") for line in lines if line.startswith("—")), "")
    return Mark("quote", {"text": " ".join(words), "attribution": who})


def _figure(_name: str, rest: str) -> Mark:
    number, text, source = ([part.strip() for part in rest.split("|")] + ["", ""])[:3]
    return Mark("figure", {"number": number, "text": text, "source": source})


def _slug(name: str, rest: str) -> Mark:
    return Mark(name, {"slug": rest.strip()})


def _picture(_name: str, rest: str) -> Mark:
    file, _, caption = rest.partition("|")
    return Mark("picture", {"file": file.strip(), "caption": caption.strip()})


def _steps(_name: str, rest: str) -> Mark:
    title, *lines = [line.strip() for line in rest.splitlines()]
    steps = [line.lstrip("- ").partition("|") for line in lines if line]
    return Mark("steps", {"title": title, "steps": [(when.strip(), text.strip()) for when, _bar, text in steps]})
