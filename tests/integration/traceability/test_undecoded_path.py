"""The web server hands over the path as it was sent: without that, lots with a slash would be lost."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ECHO = """
from django.conf import settings
settings.configure(ALLOWED_HOSTS=["*"])
from django.core.handlers.wsgi import WSGIRequest
from traceability.undecoded import raw_path

def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [raw_path(WSGIRequest(environ)).encode()]
"""


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """gunicorn with the project's own configuration and a program that tells what it saw."""
    (tmp_path / "echo.py").write_text(ECHO)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-c",
        str(ROOT / "site/ocop/gunicorn.py"),
        "--pythonpath",
        f"{tmp_path},{ROOT},{ROOT / 'site'}",
        "echo",
    ]
    environment = {"PORT": str(number), "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "PATH": ""}
    with subprocess.Popen(command, cwd=tmp_path, env=environment) as server:
        wait_for(number)
        yield number
        server.terminate()


def wait_for(number: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", number), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("gunicorn did not start")


@pytest.mark.parametrize("path", ["/01/09520123456788/10/A%2FB", "/01/09520123456788/10/A/B", "/01/x%2fy%00"])
def test_gunicorn_keeps_the_undecoded_path(port: int, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"{path}?17=271103")
    assert connection.getresponse().read().decode() == path
    connection.close()
