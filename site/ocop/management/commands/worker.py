"""`manage.py worker`: the process beside the web server. Runs queued tasks and the clock until it is told to stop."""

import os
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from ocop.worker import beat, run_clock


class Command(BaseCommand):
    help = "Run queued tasks, and what is due by the clock: mail, scheduled publishing, pictures, sweeps."

    def handle(self, *args: Any, **options: Any) -> None:
        worker = Worker(
            queue_names=["*"],
            interval=1,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(16),
            excluded_queue_names=[],
        )
        os.nice(10)  # making pictures takes a whole core for minutes; visitors come first
        beat()
        clock = threading.Thread(target=run_clock, args=(lambda: not worker.running,), daemon=True)
        clock.start()
        worker.configure_signals()
        worker.run()
