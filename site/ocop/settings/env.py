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
from urllib.parse import urlsplit

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


def _required(name: str, value: Any) -> None:
    if not value:
        raise BadSetting(f"{PREFIX}{name} is empty.")


def _as_it_stands(variable: str, default: Any = environ.Env.NOTSET) -> Any:
    """The library takes a value that begins with "$" for the name of another variable; a secret may begin so."""
    return _environ.ENVIRON[variable] if default is environ.Env.NOTSET else _environ.ENVIRON.get(variable, default)


def text(name: str, default: Any = environ.Env.NOTSET) -> str:
    """Without a default, what is set but empty is refused like what is missing."""
    value = str(_read(name, _as_it_stands, default)).strip()
    if default is environ.Env.NOTSET:
        _required(name, value)
    return value


def one_of(name: str, known: tuple[str, ...], default: str) -> str:
    """One of the `known` words, in upper case however it is written."""
    value = text(name, default).upper()
    if value not in known:
        raise BadSetting(f"{PREFIX}{name} must be one of {', '.join(known)}, not {value!r}.")
    return value


def origin(name: str) -> str:
    """Scheme and host of a site, `https://ocop.example`, without a path and without a slash at the end."""
    value = text(name)
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or value != f"{parts.scheme}://{parts.netloc}":
        raise BadSetting(f"{PREFIX}{name} must look like https://ocop.example, not {value!r}.")
    return value


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


def number(name: str, default: Any = environ.Env.NOTSET, *, least: int = 0) -> int:
    value = _read(name, _environ.int, default)
    if value < least:
        raise BadSetting(f"{PREFIX}{name} must be {least} or more, not {value}.")
    return value


def words(name: str, default: Any = environ.Env.NOTSET) -> list[str]:
    """A comma-separated list. Without a default an empty one is refused."""
    value = [word.strip() for word in _read(name, _environ.list, default) if word.strip()]
    if default is environ.Env.NOTSET:
        _required(name, value)
    return value


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
