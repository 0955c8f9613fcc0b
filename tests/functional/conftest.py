"""A whole shop in a folder of its own: migrated, seeded and served as `make demo` does it, for journeys in Chromium."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 40


@dataclass(frozen=True, slots=True)
class Shop:
    """Where the served shop is, and how to sign in."""

    url: str
    var_dir: Path
    passwords: dict[str, str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    var_dir, port = tmp_path_factory.mktemp("shop"), free_port()
    environment = {name: text for name, text in os.environ.items() if not name.startswith("OCOP_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "ocop.settings.demo", "OCOP_VAR_DIR": str(var_dir),
        "PORT": str(port), "PYTHONPATH": "site",
    }  # fmt: skip
    subprocess.run([sys.executable, "manage.py", "prepare_demo"], cwd=ROOT, env=environment, check=True, timeout=300)
    gunicorn = Path(sys.executable).with_name("gunicorn")
    # Without the worker: for minutes it would draw picture sizes beside the browser.
    server = subprocess.Popen([gunicorn, "ocop.wsgi", "--config", "site/ocop/gunicorn.py"], cwd=ROOT, env=environment)
    try:
        url = f"http://localhost:{port}"
        wait_until_it_answers(f"{url}/healthz")
        yield Shop(url, var_dir, json.loads((var_dir / "demo_accounts.json").read_text()))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=20)


def wait_until_it_answers(url: str) -> None:
    for _attempt in range(START_SECONDS * 5):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:  # refused, timed out, or closed while it starts
            time.sleep(0.2)
    pytest.fail(f"{url} did not answer within {START_SECONDS} seconds")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The distribution's Chromium: the test tool's own download is not to be had everywhere."""
    executable = shutil.which("chromium")
    if not executable:
        pytest.fail("Chromium was not found: install the package chromium.")
    return {"executable_path": executable, "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]}


@pytest.fixture(scope="session")
def browser_context_args(shop: Shop) -> dict[str, Any]:
    return {"base_url": shop.url, "locale": "vi-VN", "viewport": {"width": 360, "height": 740}}


@pytest.fixture
def page(page: Page) -> Page:
    page.set_default_timeout(10_000)
    return page
