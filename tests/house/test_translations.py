"""Every text of the interface is in the Vietnamese catalogue, and every entry of it says something."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from .test_tree import ROOT, name, tracked

CATALOG = Path("locale/vi/LC_MESSAGES/django.po")
LIBRARIES = Path("locale/libraries/vi/LC_MESSAGES/django.po")
SOURCES = {".py", ".html", ".txt"}


def message_ids(path: Path) -> dict[tuple[str | None, str], object]:
    with path.open("rb") as file:
        catalog = read_po(file)
    messages = [message for message in catalog if message.id]
    return {
        (message.context, message.id if isinstance(message.id, str) else message.id[0]): message.string
        for message in messages
    }


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str | None, str], object]:
    """The ids that are in the sources now, collected from a copy of them."""
    copy = tmp_path_factory.mktemp("sources")
    for path in tracked():
        if path.suffix in SOURCES and not name(path).startswith(("tests/", "locale/")):
            target = copy / name(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    (copy / "locale").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": f"{copy / 'site'}:{copy}"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "vi", "--no-location"],
        cwd=copy, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    return message_ids(copy / CATALOG)


def test_nothing_is_untranslated(collected: dict[tuple[str | None, str], object]) -> None:
    known = message_ids(ROOT / CATALOG) | message_ids(ROOT / LIBRARIES)
    missing = {key for key in collected if not known.get(key) or not any(known[key])}
    with translation.override("vi"):  # overridden templates of the dashboard keep ids that Oscar translates itself
        missing = {(context, text) for context, text in missing if context or translation.gettext(text) == text}
    assert missing == set()


def test_fillings_of_libraries_are_complete() -> None:
    entries = message_ids(ROOT / LIBRARIES)
    assert len(entries) > 1000
    assert {key for key, text in entries.items() if not text} == set()
