"""The composition: contracts of imports, forks of Oscar, settings from the environment."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import oscar
import pytest
from django.apps import apps
from django.core.management import call_command

from ocop.checks import FORKS

ROOT = Path(__file__).resolve().parents[2]


def test_imports_keep_the_contracts() -> None:
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": "site"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout


def test_system_checks_are_clean() -> None:
    call_command("check", fail_level="WARNING")


@pytest.mark.parametrize("module", sorted(FORKS))
def test_every_oscar_migration_is_in_its_fork(module: str) -> None:
    """A fork copies Oscar's migrations; after an upgrade of Oscar the new ones must be copied too."""
    label = module.split(".", maxsplit=1)[0]
    installed = Path(oscar.__file__).parent / "apps" / label / "migrations"
    ours = Path(apps.get_app_config(label).path) / "migrations"
    assert {path.name for path in installed.glob("0*.py")} - {path.name for path in ours.glob("0*.py")} == set()


def test_treebeard_suits_wagtail_and_oscar() -> None:
    version = tuple(int(part) for part in importlib.metadata.version("django-treebeard").split(".")[:2])
    assert (5, 3) <= version < (6, 0)


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("OCOP_SSL_REDIRECT", "maybe", "OCOP_SSL_REDIRECT must be yes or no"),
        ("OCOP_HSTS_SECONDS", "long", "OCOP_HSTS_SECONDS cannot be understood"),
        ("OCOP_DATABASE_URL", "nonsense", "OCOP_DATABASE_URL has a scheme"),
        ("OCOP_DATABASE_URL", "oracle://host/name", "OCOP_DATABASE_URL has a scheme"),
        ("OCOP_CACHE_URL", "carrier-pigeon://x", "OCOP_CACHE_URL"),
        ("OCOP_SECRET_KEY", None, "OCOP_SECRET_KEY is not set"),
        ("OCOP_SECRET_KEY", "", "OCOP_SECRET_KEY is empty"),
        ("OCOP_ALLOWED_HOSTS", " , ", "OCOP_ALLOWED_HOSTS is empty"),
        ("OCOP_BASE_URL", "ocop.example/", "OCOP_BASE_URL must look like"),
        ("OCOP_LOG_LEVEL", "loud", "OCOP_LOG_LEVEL must be one of"),
        ("OCOP_HSTS_SECONDS", "-1", "OCOP_HSTS_SECONDS must be 0 or more"),
    ],
)
def test_a_bad_setting_stops_the_start_with_one_line(variable: str, value: str | None, says: str) -> None:
    environment = {name: text for name, text in os.environ.items() if not name.startswith(("OCOP_", "DJANGO_"))}
    environment |= {"OCOP_SECRET_KEY": "x" * 50, "OCOP_ALLOWED_HOSTS": "localhost", "OCOP_BASE_URL": "http://localhost"}
    environment.pop(variable, None)
    if value is not None:
        environment[variable] = value
    result = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("shelf", ["default", "pages"])
def test_redis_takes_the_settings_of_both_shelves(shelf: str) -> None:
    """Nobody listens there: a connection that is refused shows that the options were understood."""
    asked = f"from django.core.cache import caches; caches['{shelf}'].get('x')"
    environment = {**os.environ, "OCOP_CACHE_URL": "redis://127.0.0.1:1/0"}
    result = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", asked],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "redis.exceptions.ConnectionError" in result.stderr
