"""The clock of the worker: what is due runs, what fails does not stop the rest, silence is noticed."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail import send_mail
from django.utils import timezone
from post_office.models import STATUS, Email

from catalog.photos.models import PhotoRendition
from catalog.photos.renditions import SPECS, photos_without_renditions
from ocop import worker
from tests.factories import PhotoFactory


def test_a_job_runs_when_it_is_due_and_not_before() -> None:
    ran: list[str] = []
    job = worker.Job("count", 60, lambda: ran.append("x"))
    for now in (0.0, 30.0, 59.9, 60.0, 61.0):
        worker.run_due([job], now)
    assert ran == ["x", "x"]


@pytest.mark.django_db
def test_a_failing_job_is_logged_and_the_others_run(caplog: pytest.LogCaptureFixture) -> None:
    ran: list[str] = []

    def fail() -> None:
        message = "the mail server is on fire"
        raise RuntimeError(message)

    worker.run_due([worker.Job("fails", 10, fail), worker.Job("runs", 10, lambda: ran.append("x"))], 0.0)
    assert ran == ["x"]
    assert "job fails failed" in caplog.text


def test_a_silent_worker_is_late() -> None:
    assert worker.is_late()
    worker.beat()
    assert not worker.is_late()
    with time_machine.travel(timezone.now() + worker.LATE_AFTER + timedelta(seconds=1)):
        assert worker.is_late()


@pytest.mark.django_db
def test_pictures_are_made_once() -> None:
    photo = PhotoFactory()
    worker.make_renditions()
    assert PhotoRendition.objects.filter(image=photo).count() == len(SPECS)
    assert not photos_without_renditions().exists()
    worker.make_renditions()
    assert PhotoRendition.objects.count() == len(SPECS)


@pytest.mark.django_db(transaction=True)
def test_mail_is_sent_once(settings: Any) -> None:
    settings.EMAIL_BACKEND = "post_office.EmailBackend"  # the test runner puts its own in place
    memory = {"default": "django.core.mail.backends.locmem.EmailBackend"}
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": memory}
    send_mail("Đơn", "Cảm ơn", None, ["a@example.com"])
    letter = Email.objects.get()
    assert letter.status == STATUS.queued
    worker.send_mail()
    worker.send_mail()
    letter.refresh_from_db()
    assert letter.status == STATUS.sent
    assert [sent.to for sent in mail.outbox] == [["a@example.com"]]


@pytest.mark.django_db(transaction=True)
def test_every_job_may_run_twice(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for job in [*worker.jobs(), *worker.jobs()]:
        job.run()
