"""The one worker process: queued tasks, and the clock for what is due. Every job may run twice without harm."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

logger = logging.getLogger(__name__)

HEARTBEAT = "ocop.worker.beat"
LATE_AFTER = timedelta(minutes=2)
RENDITIONS_AGAIN = 3600  # seconds until a photo that could not be read is tried once more
_refused: dict[int, float] = {}  # photo id → when it could not be read


@dataclass(slots=True)
class Job:
    """Something that is due every so many seconds."""

    name: str
    seconds: int
    run: Callable[[], object]
    last: float = field(default=float("-inf"))

    def is_due(self, now: float) -> bool:
        return now - self.last >= self.seconds


def beat() -> None:
    cache.set(HEARTBEAT, timezone.now().timestamp(), timeout=None)


def last_beat() -> datetime | None:
    """When the worker was last alive; None if never since the cache was emptied."""
    stamp = cache.get(HEARTBEAT)
    return datetime.fromtimestamp(stamp, UTC) if stamp else None


def is_late() -> bool:
    """Whether the worker has been silent for longer than two minutes."""
    seen = last_beat()
    return seen is None or timezone.now() - seen > LATE_AFTER


def send_mail() -> None:
    """Deliver queued letters; a refused one waits for its next try and is never lost."""
    from post_office.mail import get_queued, send_queued_mail_until_done  # noqa: PLC0415  needs loaded apps

    if get_queued().exists():
        send_queued_mail_until_done(lockfile=str(settings.VAR_DIR / "mail"))


def publish_scheduled() -> None:
    call_command("publish_scheduled", verbosity=0)


def make_renditions() -> None:
    """A few pictures at a time, so that mail never waits for them."""
    from catalog.photos.renditions import photos_without_renditions, renditions_make  # noqa: PLC0415  needs loaded apps

    made = 0
    now = time.monotonic()
    lately = [photo_id for photo_id, when in _refused.items() if now - when < RENDITIONS_AGAIN]
    for photo in photos_without_renditions().exclude(pk__in=lately)[:20]:
        try:
            renditions_make(photo)
        except Exception:  # a broken file must not keep the pictures behind it waiting, nor fill the log
            logger.exception("no sizes of photo %s", photo.pk)
            _refused[photo.pk] = now
            continue
        made += 1
        if made == 2:
            return


def sweep() -> None:
    """Forget what is over: expired sessions, results of finished tasks, letters sent long ago."""
    call_command("clearsessions", verbosity=0)
    call_command("prune_db_task_results", verbosity=0)
    call_command("cleanup_mail", days=90, delete_attachments=True, verbosity=0)


def forget_baskets() -> None:
    """Delete guests' baskets that no cookie finds any more; a day is granted to clocks that are late."""
    from storefront.basket import cookie, services  # noqa: PLC0415  needs loaded apps

    before, most = timezone.now() - cookie.LIFETIME - timedelta(days=1), 100
    while services.baskets_forget(created_before=before, most=most) == most:
        pass


def mend_search() -> None:
    """Have the search index written anew by the queue: a task that failed is not tried again."""
    from search.tasks import rebuild_index  # noqa: PLC0415  needs loaded apps

    rebuild_index.enqueue()


def jobs() -> list[Job]:
    return [
        Job("heartbeat", 20, beat),
        Job("mail", 10, send_mail),
        Job("scheduled publishing", 60, publish_scheduled),
        Job("renditions", 5, make_renditions),
        Job("search index", 24 * 3600, mend_search),
        Job("guests' baskets", 3600, forget_baskets),
        Job("sweep", 6 * 3600, sweep),
    ]


def run_due(due: list[Job], now: float) -> None:
    """Run what is due. A job that fails is logged and due again next time: the clock never stops for it."""
    for job in due:
        if not job.is_due(now):
            continue
        job.last = now
        close_old_connections()
        try:
            job.run()
        except Exception:
            logger.exception("job %s failed", job.name)


def run_clock(is_stopping: Callable[[], bool]) -> None:
    """Until told to stop, look every second what is due."""
    due = jobs()
    while not is_stopping():
        run_due(due, time.monotonic())
        time.sleep(1)
