"""Style sheets: many small files for people, two bundles for browsers."""

import re
from pathlib import Path

from . import fonts

# The scan answer is opened on mobile data in a shop: one face, and only what its page uses.
SCAN_PARTS = (
    "tokens.css",
    "base.css",
    "elements/button.css",
    "components/icon.css",
    "components/star_line.css",
    "components/verdict.css",
    "components/facts.css",
    "components/timeline.css",
    "components/notice.css",
    "components/picture.css",
    "components/section_head.css",
    "components/brand.css",
    "pages/scan.css",
)
SCAN_ONLY = "pages/scan.css"


def site_parts(source: Path) -> list[Path]:
    """Files of the site's bundle in cascade order: tokens, base, elements, components, pages."""
    pages = [path for path in sorted((source / "pages").glob("*.css")) if path != source / SCAN_ONLY]
    parts = [path for folder in ("elements", "components") for path in sorted((source / folder).glob("*.css"))]
    return [source / "tokens.css", source / "base.css", *parts, *pages]


def build(source: Path, target: Path) -> dict[str, int]:
    """Writes `site.css` and `scan.css` into `target` if they changed; sizes in bytes by file name."""
    target.mkdir(parents=True, exist_ok=True)
    scan = [source / part for part in SCAN_PARTS]
    bundles = {
        "site.css": fonts.css() + "\n" + _joined(site_parts(source)),
        "scan.css": fonts.css([fonts.SERIF_600]) + "\n" + _joined(scan),
    }
    for name, text in bundles.items():
        path = target / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return {name: len(text.encode()) for name, text in bundles.items()}


def _joined(parts: list[Path]) -> str:
    return "\n".join(minified(path.read_text(encoding="utf-8")) for path in parts) + "\n"


def minified(text: str) -> str:
    """Without comments, indentation and blanks around braces. Strings must not hold comment signs or braces."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};])\s*", r"\1", text)
    text = re.sub(r"([:,])\s+", r"\1", text)
    return text.replace(";}", "}").strip()
