"""The one door to the environment: every setting is an `OCOP_…` variable, read and checked here.

A missing or malformed variable raises `BadSetting`, whose message is one line that names the variable;
`exit_on_bad_setting` turns it into an exit with that line instead of a traceback.
"""

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import environ
from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")

PREFIX = "OCOP_"
ROOT = Path(__file__).resolve().parents[3]

_environ = environ.Env()


class BadSetting(ImproperlyConfigured):
    """An environment variable is missing or cannot be understood."""


def _read(name: str, parse: Callable[..., T], default: Any) -> T:
    variable = PREFIX + name
    try:
        value = parse(variable) if default is environ.Env.NOTSET else parse(variable, default=default)
    except (ImproperlyConfigured, ValueError, KeyError, TypeError) as error:
        reason = "is not set" if variable not in _environ.ENVIRON else f"cannot be understood ({error})"
        raise BadSetting(f"{variable} {reason}.") from error
    return value


def text(name: str, default: Any = environ.Env.NOTSET) -> str:
    return _read(name, _environ.str, default)


def flag(name: str, default: Any = environ.Env.NOTSET) -> bool:
    """Only the usual words are taken: a typo must not silently mean "no"."""
    value = _read(name, _environ.str, "" if default is not environ.Env.NOTSET else default).strip().lower()
    if not value and default is not environ.Env.NOTSET:
        return bool(default)
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{PREFIX}{name} must be yes or no, not {value!r}.")


def number(name: str, default: Any = environ.Env.NOTSET) -> int:
    return _read(name, _environ.int, default)


def words(name: str, default: Any = environ.Env.NOTSET) -> list[str]:
    """A comma-separated list."""
    return _read(name, _environ.list, default)


def _url(
    name: str, parse: Callable[..., dict[str, Any]], default: str, engine: str, known: tuple[str, ...]
) -> dict[str, Any]:
    """Read an address and refuse schemes that the shop was not built for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns about what is refused here with one line
        parsed = dict(_read(name, parse, default))
    if not any(part in str(parsed.get(engine) or "") for part in known):
        raise BadSetting(f"{PREFIX}{name} has a scheme that is not known; known are {', '.join(known)}.")
    return parsed


def database(name: str, default: str) -> dict[str, Any]:
    return _url(name, _environ.db_url, default, "ENGINE", ("sqlite3", "postgresql"))


def cache(name: str, default: str) -> dict[str, Any]:
    return _url(name, _environ.cache_url, default, "BACKEND", ("filebased", "locmem", "redis"))


def email(name: str, default: str) -> dict[str, Any]:
    return _url(name, _environ.email_url, default, "EMAIL_BACKEND", ("smtp", "filebased", "console", "locmem"))


@contextmanager
def exit_on_bad_setting() -> Iterator[None]:
    """Say one line and exit with 2 when a setting is wrong, wherever in the start it is noticed."""
    try:
        yield
    except BadSetting as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
