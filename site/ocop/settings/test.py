"""Tests: no network, no secrets, fast hashes; everything else as in production."""

import os

os.environ.setdefault("OCOP_SECRET_KEY", "only-for-tests-and-nothing-else-0123456789")
os.environ.setdefault("OCOP_ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("OCOP_BASE_URL", "http://testserver")
os.environ.setdefault("OCOP_SSL_REDIRECT", "no")  # the test client and the live server speak http
os.environ.setdefault("OCOP_HSTS_SECONDS", "0")
os.environ.setdefault("OCOP_CACHE_URL", "locmemcache://")

from .base import *  # noqa: F403

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OSCAR_BASKET_COOKIE_SECURE = OSCAR_RECENTLY_VIEWED_COOKIE_SECURE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # only speed
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
MEDIA_ROOT = VAR_DIR / "test-media"  # noqa: F405

# A file, so that threads and a live server see one database; PostgreSQL names its own.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}  # noqa: F405

# Hashed names need a collected folder; the browser journeys run with the real storage.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405  WhiteNoise warns about a missing one
