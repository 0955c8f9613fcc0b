"""The clock of the worker: what is due runs, what fails does not stop the rest, silence is noticed."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail import send_mail
from django.utils import timezone
from post_office.models import STATUS, Email
from wagtail.models import Page

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


@pytest.mark.django_db
def test_broken_pictures_do_not_starve_those_behind_them(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_refused", {})
    for photo in PhotoFactory.create_batch(21)[:20]:
        photo.file.storage.delete(photo.file.name)
    whole = photos_without_renditions().last()
    for _ in range(3):
        worker.make_renditions()
    assert PhotoRendition.objects.filter(image=whole).count() == len(SPECS)
    assert len(caplog.records) == 20


@pytest.mark.django_db
def test_every_job_may_run_twice(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    PhotoFactory()
    story = Page.get_first_root_node().add_child(instance=Page(title="Sẽ ra", slug="se-ra", live=False))
    story.go_live_at = timezone.now() - timedelta(minutes=1)
    story.save_revision(approved_go_live_at=story.go_live_at)
    Session.objects.create(session_key="over", session_data="", expire_date=timezone.now() - timedelta(days=1))

    def run_all() -> tuple[int, ...]:
        for job in worker.jobs():
            job.run()
        story.refresh_from_db()
        return PhotoRendition.objects.count(), story.live, Session.objects.count(), Email.objects.count()

    assert run_all() == run_all() == (len(SPECS), True, 0, 0)
