"""The plain-text form of articles: paragraphs with block marks, as files and imports carry them. Pure functions.

## Heading                      > Quote          !figure 5 kg | what it says | source
!product slug                   > — Who          !picture file | caption
!producer slug                                   !steps Title, then lines "- 5:00 Hái | text"
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """One block. `kind` is a block of `StoryBlocks`; `values` are its texts in the order of the mark."""

    kind: str
    values: tuple[str, ...]
    steps: tuple[tuple[str, str], ...] = field(default=())


def read_marks(text: str) -> list[Mark]:
    """Blocks of a text, which blank lines separate. Raises `ValueError` for an unknown mark."""
    return [_mark(paragraph) for paragraph in _paragraphs(text)]


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        if paragraph.strip():
            yield paragraph.strip()


def _mark(paragraph: str) -> Mark:
    if paragraph.startswith("## "):
        return Mark("heading", (paragraph[3:].strip(),))
    if paragraph.startswith("> "):
        return _quote(paragraph)
    if paragraph.startswith("!"):
        return _command(paragraph)
    return Mark("paragraph", (paragraph,))


def _quote(paragraph: str) -> Mark:
    lines = [line.removeprefix(">").strip() for line in paragraph.splitlines()]
    who = [line[1:].strip() for line in lines if line.startswith("—")]
    words = " ".join(line for line in lines if line and not line.startswith("—"))
    return Mark("quote", (words, who[0] if who else ""))


def _command(paragraph: str) -> Mark:
    first, *lines = paragraph.splitlines()
    kind, _space, rest = first[1:].partition(" ")
    parts = tuple(part.strip() for part in rest.split("|"))
    wanted = {"product": 1, "producer": 1, "picture": 2, "figure": 3, "steps": 1}
    if kind not in wanted or len(parts) > wanted[kind] or not parts[0]:
        raise ValueError(f"Unknown mark: {first}")
    steps = tuple(_step(line) for line in lines if line.startswith("- "))
    return Mark(kind, parts + ("",) * (wanted[kind] - len(parts)), steps)


def _step(line: str) -> tuple[str, str]:
    title, _bar, text = line[2:].partition("|")
    return title.strip(), text.strip()


def rich_text(text: str) -> str:
    """HTML of plain paragraphs with "## " headings and "- " lists, as rich text fields store it."""
    return "".join(_html(paragraph) for paragraph in _paragraphs(text))


def _html(paragraph: str) -> str:
    if paragraph.startswith("## "):
        heading, _newline, rest = paragraph[3:].partition("\n")
        return f"<h2>{escape(heading.strip(), quote=False)}</h2>" + (_html(rest) if rest.strip() else "")
    lines = paragraph.splitlines()
    start = next((index for index, line in enumerate(lines) if line.startswith("- ")), None)
    if start is None:
        return f"<p>{escape(' '.join(lines), quote=False)}</p>"
    before = f"<p>{escape(' '.join(lines[:start]), quote=False)}</p>" if start else ""
    items: list[str] = []
    for line in lines[start:]:
        if line.startswith("- "):
            items.append(line[2:].strip())
        else:
            items[-1] += f" {line.strip()}"
    return before + "<ul>" + "".join(f"<li>{escape(item, quote=False)}</li>" for item in items) + "</ul>"
