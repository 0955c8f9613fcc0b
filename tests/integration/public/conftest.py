"""The sample shop inside one transaction: seeded once for a module, gone after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        call_command("seed_demo", verbosity=0, skip_pictures=True, stdout=open("/dev/null", "w"))  # noqa: PTH123, SIM115
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # nothing else tells the planner of rows that are not committed
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)
