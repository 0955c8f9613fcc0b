"""Wrong passwords are counted, whoever asks and at whichever door."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache.backends.filebased import FileBasedCache
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from storefront import throttle
from storefront.accounts.backends import TRIES_A_CLIENT, TRIES_AN_ADDRESS
from tests.factories import UserFactory

DOORS = ["/dashboard/login/", "/cms/login/"]


def is_let_in(client: Client, door: str, address: str, password: str) -> bool:
    client.post(door, {"username": address, "password": password})
    return "_auth_user_id" in client.session


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_after_sixty_wrong_passwords_the_right_one_is_refused(door: str) -> None:
    staff = UserFactory(is_staff=True, is_superuser=True)
    staff.set_password("right")
    staff.save()
    for attempt in range(60):
        # From an address of its own each, as somebody with many machines does it.
        thief = Client(REMOTE_ADDR=f"10.1.0.{attempt}")
        assert not is_let_in(thief, door, staff.email.upper() if attempt % 2 else staff.email, f"wrong-{attempt}")
    assert not is_let_in(Client(), door, staff.email, "right")


@pytest.mark.django_db
def test_one_client_cannot_try_everybody() -> None:
    staff = UserFactory()
    staff.set_password("right")
    staff.save()
    thief = Client(REMOTE_ADDR="10.2.0.1")
    for attempt in range(TRIES_A_CLIENT):
        is_let_in(thief, DOORS[0], f"nobody-{attempt}@mau.example", "x")
    assert not is_let_in(thief, DOORS[0], staff.email, "right")
    assert is_let_in(Client(REMOTE_ADDR="10.2.0.2"), DOORS[0], staff.email, "right")


@pytest.mark.django_db
def test_fewer_wrong_passwords_lock_nobody_out() -> None:
    staff = UserFactory()
    staff.set_password("right")
    staff.save()
    for _attempt in range(TRIES_AN_ADDRESS - 1):
        is_let_in(Client(), DOORS[0], staff.email, "wrong")
    assert is_let_in(Client(), DOORS[0], staff.email, "right")


def test_no_try_is_lost_between_threads(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(throttle, "cache", FileBasedCache(str(tmp_path), {}))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _n: throttle.count("sign-in", "a@mau.example"), range(80)))
    assert throttle.is_over("sign-in", "a@mau.example", 80)
    assert not throttle.is_over("sign-in", "a@mau.example", 81)


def test_tries_count_until_their_window_ends(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(throttle, "cache", FileBasedCache(str(tmp_path), {}))
    with time_machine.travel(0) as clock:
        for _attempt in range(2):
            throttle.count("sign-in", "a@mau.example")
        clock.shift(throttle.WINDOW_SECONDS - 60)
        assert throttle.is_over("sign-in", "a@mau.example", 2)
        clock.shift(120)
        assert not throttle.is_over("sign-in", "a@mau.example", 1)


@pytest.mark.django_db
def test_an_address_belongs_to_one_person_whatever_its_case(client: Client) -> None:
    UserFactory(email="an@mau.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="An@mau.example")
    client.force_login(UserFactory(is_superuser=True))
    page = client.post(
        reverse("wagtailusers_users:add"),
        {
            "email": "AN@mau.example",
            "first_name": "An",
            "last_name": "M",
            "password1": (word := "Xoài-chín-cây-9"),
            "password2": word,
        },
    )
    assert page.context["form"].errors == {"email": ["Địa chỉ email này đã có người dùng."]}
