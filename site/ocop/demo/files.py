"""Reading the sample files: CSV rows, TOML tables, and articles with TOML front matter. Text comes in NFC."""

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from catalog.tables import read_rows

FOLDER = Path(__file__).parent
PICTURES = FOLDER / "pictures"


def text_of(path: Path) -> str:
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))


def rows(name: str) -> Iterator[dict[str, str]]:
    return read_rows(FOLDER / name)


def tables(folder: str) -> Iterator[dict[str, Any]]:
    """The TOML files of a folder in the order of their names."""
    for path in sorted((FOLDER / folder).glob("*.toml")):
        yield tomllib.loads(text_of(path))


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(text_of(FOLDER / name))


@dataclass(frozen=True, slots=True)
class Article:
    """A story or news item: its front matter and its text, still with block marks."""

    slug: str
    front: dict[str, Any]
    text: str


def articles(folder: str) -> Iterator[Article]:
    for path in sorted((FOLDER / folder).glob("*.md")):
        _before, front, text = text_of(path).split("+++", 2)
        yield Article(path.stem, tomllib.loads(front), text.strip())


def days_before(day: date, days: str | int) -> date:
    return day - timedelta(days=int(days))
