"""Two questions of machines: does the process live, and may it get visitors."""

from collections.abc import Callable
from functools import cache as remembered
from uuid import uuid4

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ocop import worker


class NotReady(Exception):  # noqa: N818  a state, not a mistake
    """One part does not work; the message says which way, without secrets."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches nothing else: a broken database must not get the process restarted."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database, migrations, cache and worker are there, otherwise 503; each part with its word."""
    parts = {name: _word(check) for name, check in CHECKS.items()}
    is_ready = all(word == "ok" for word in parts.values())
    return JsonResponse({"status": "ok" if is_ready else "not ready", **parts}, status=200 if is_ready else 503)


def _word(check: Callable[[], None]) -> str:
    try:
        check()
    except NotReady as error:
        return str(error)
    except Exception:
        return "fails"
    return "ok"


def check_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@remembered
def _are_migrations_applied() -> bool:
    """Reads the whole graph (0.2 s), so only until it was true once: a process never sees its migrations undone."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        message = "migrations are missing"
        raise NotReady(message)
    return True


def check_migrations() -> None:
    _are_migrations_applied()


def check_cache() -> None:
    """What is written can be read."""
    mark = uuid4().hex
    cache.set("ocop.ready", mark, timeout=30)
    if cache.get("ocop.ready") != mark:
        message = "does not keep"
        raise NotReady(message)


def check_worker() -> None:
    if worker.last_beat() is None:
        message = "never seen"
        raise NotReady(message)
    if worker.is_late():
        message = "silent"
        raise NotReady(message)


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "migrations": check_migrations,
    "cache": check_cache,
    "worker": check_worker,
}

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]
