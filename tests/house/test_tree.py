"""The house rules that a machine can keep: layout, sizes, names, templates."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    "site", "catalog", "storefront", "content", "traceability", "search", "templates", "static", "tests", "locale",
    "manage.py", "pyproject.toml", "README.md", "Makefile", "requirements.in", "requirements.txt",
    "requirements-dev.in", "requirements-dev.txt",
}  # fmt: skip
PACKAGES = ("site/ocop", "catalog", "storefront", "content", "traceability", "search")
FORBIDDEN_NAMES = {"core", "base", "common", "utils", "helpers"}
MAX_FILE, MAX_FUNCTION, MAX_TEMPLATE, MAX_COMPONENT = 400, 30, 120, 60
# Settings are one concern a file; `base` there is Django's usual word for "all of them". Oscar looks for its number
# generator in `order.utils`: a fork keeps the name.
NAMES_ALLOWED = {"site/ocop/settings/base.py", "storefront/order/utils.py"}


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git knows or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return tuple(path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file())


def python_files() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_top_level_is_what_the_readme_maps() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {entry for entry in found if not entry.startswith(".")} <= TOP_LEVEL


def test_site_is_no_package() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()


def test_no_file_is_too_long() -> None:
    long = {name(path): n for path in python_files() if (n := len(path.read_text().splitlines())) > MAX_FILE}
    assert long == {}


def test_no_function_is_too_long() -> None:
    long = {}
    for path in python_files():
        if path.is_relative_to(ROOT / "tests"):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.body[0].lineno + 1 - docstring_lines(node)
                if lines > MAX_FUNCTION:
                    long[f"{name(path)}:{node.name}"] = lines
    assert long == {}


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return len((ast.get_docstring(node) or "").splitlines())


def test_no_room_without_a_subject() -> None:
    bad = [
        name(path)
        for path in tracked()
        if path.is_relative_to(ROOT) and name(path).startswith(PACKAGES) and name(path) not in NAMES_ALLOWED
        if FORBIDDEN_NAMES & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
    ]
    assert bad == []


def templates() -> list[Path]:
    return [path for path in tracked() if path.suffix in {".html", ".txt"} and path.is_relative_to(ROOT / "templates")]


def test_no_template_is_too_long() -> None:
    long = {}
    for path in templates():
        limit = MAX_COMPONENT if path.is_relative_to(ROOT / "templates" / "components") else MAX_TEMPLATE
        if (lines := len(path.read_text().splitlines())) > limit:
            long[name(path)] = lines
    assert long == {}


# Oscar's dashboard keeps its own look and its inline scripts; mail has no style sheets.
@pytest.mark.parametrize("pattern", [r"\sstyle=", r"<style", r"\son[a-z]+=", r"<script(?![^>]*\bsrc=)(?![^>]*json)"])
def test_no_inline_style_or_script(pattern: str) -> None:
    found = [
        name(path)
        for path in templates()
        if not {"oscar", "mail"} & set(path.relative_to(ROOT).parts) and re.search(pattern, path.read_text())
    ]
    assert found == []


def test_colors_are_tokens() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)|\b(?:rgb|hsl|oklch)a?\(")
    found = {
        name(path): literal.findall(path.read_text())
        for path in tracked()
        if path.suffix == ".css" and path.is_relative_to(ROOT / "static") and path.name != "tokens.css"
    }
    assert {path: colors for path, colors in found.items() if colors} == {}


def test_components_say_what_they_take() -> None:
    silent = [
        name(path)
        for path in templates()
        if path.is_relative_to(ROOT / "templates" / "components")
        and not path.read_text().lstrip().startswith(("{% comment", "{#"))
    ]
    assert silent == []


def test_each_component_style_has_its_component() -> None:
    styles = {path.stem for path in (ROOT / "static/css/components").glob("*.css")}
    components = {path.stem for path in (ROOT / "templates/components").glob("*.html")}
    assert styles - components == set()


def test_nothing_names_a_registry_or_this_machine() -> None:
    registry = re.compile(
        r"https?://[a-z0-9.-]*(pypi|pythonhosted|npmjs|maven|debian|golang|crates)|(^|[^a-z])/(work|root|farm)/"
    )
    text = {".py", ".txt", ".in", ".md", ".toml", ".cfg", ".html", ".css", ".js", ".yml", ".sh", ""}
    found = [
        name(path)
        for path in tracked()
        if path.suffix in text and path != Path(__file__) and registry.search(path.read_text(errors="ignore"))
    ]
    assert found == []
