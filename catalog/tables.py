"""Reading the CSV files that lie beside the code."""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows by column name: UTF-8, text in NFC, no space around; an empty cell is an empty text."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {column: unicodedata.normalize("NFC", value or "").strip() for column, value in row.items()}
