"""What nobody uses is removed: components, icons, style classes, tokens."""

import re
from functools import cache

from .test_tree import ROOT, tracked

STATIC = ROOT / "static"
# Written by rich text, by Wagtail's or htmx's own code, never in our templates.
FOREIGN_CLASSES = {"htmx-request"}


@cache
def users() -> str:
    """All that may name a class, an icon or a component: templates, scripts, and code that writes markup."""
    asked = [path for path in tracked() if path.suffix in {".html", ".js", ".py", ".xml"} and "tests" not in path.parts]
    return "\n".join(path.read_text() for path in asked)


@cache
def styles() -> str:
    text = "\n".join(path.read_text() for path in sorted((STATIC / "css").rglob("*.css")))
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


@cache
def words() -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", users()))


@cache
def beginnings() -> tuple[str, ...]:
    """What templates end with a variable: `state--{{ kind }}`."""
    return tuple(set(re.findall(r"([\w-]{3,}-)\{[{%]", users())))


def test_every_component_is_included() -> None:
    components = (path.name for path in (ROOT / "templates" / "components").glob("*.html"))
    assert [name for name in components if f"components/{name}" not in users()] == []


def test_every_icon_is_drawn_somewhere() -> None:
    icons = re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text())
    assert [icon for icon in icons if f'name="{icon}"' not in users() and f"#{icon}" not in users()] == []


def test_every_icon_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r'components/icon\.html" with [^%]*?name="([\w-]+)"', users()))
    assert asked <= set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))


def test_every_class_is_worn() -> None:
    # What stands in quotes or in url(…) is no selector.
    selectors = re.sub(r'"[^"]*"|url\([^)]*\)', "", styles())
    names = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", selectors)) - FOREIGN_CLASSES - words()
    assert {name for name in names if not name.startswith(beginnings())} == set()


def test_every_token_is_read() -> None:
    tokens = set(re.findall(r"(--[\w-]+):", (STATIC / "css" / "tokens.css").read_text()))
    code = "\n".join(path.read_text() for path in tracked() if path.suffix in {".css", ".py", ".js"})
    assert {token for token in tokens if not re.search(rf"var\(\s*{token}\s*[,)]", code)} == set()
