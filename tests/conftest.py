"""What every test may rely on: no network but loopback, a clean cache, Vietnamese, a media folder of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def clean_cache() -> Iterator[None]:
    """Page caches and rate limits must not leak from test to test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.fixture(scope="session", autouse=True)
def media_folder() -> Iterator[None]:
    """Uploads of tests go to a folder that is thrown away."""
    folder = Path(settings.MEDIA_ROOT) / os.environ.get("PYTEST_XDIST_WORKER", "alone")
    settings.MEDIA_ROOT = folder
    yield
    shutil.rmtree(folder, ignore_errors=True)
