"""`python tests/with_postgres.py COMMAND …`: runs a command against a private PostgreSQL on loopback, then stops it.

The server lives in a temporary folder and knows no other user; `OCOP_DATABASE_URL` tells the command where it is.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DURABILITY_OFF = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")  # it is thrown away afterwards
# Tests hold their rows in open transactions: a vacuum in between takes the tables for empty, and plans last minutes.
UNDISTURBED = ("autovacuum=off",)


def binary(name: str) -> str:
    """Path of a PostgreSQL program; exits with one line when there is none."""
    candidates = [*sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True), shutil.which(name)]
    for candidate in candidates:
        if candidate:
            return str(candidate)
    sys.exit(f"PostgreSQL's {name} was not found: install the package postgresql.")


def server_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int, user: str | None) -> subprocess.Popen[bytes]:
    data = folder / "data"
    subprocess.run(
        [binary("initdb"), "-D", data, "-U", "ocop", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
        check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder,
    )  # fmt: skip
    options = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", "max_connections=120"]
    arguments = [part for option in (*options, *DURABILITY_OFF, *UNDISTURBED) for part in ("-c", option)]
    return subprocess.Popen(
        [binary("postgres"), "-D", data, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=user, cwd=folder,
    )  # fmt: skip


def wait_until_ready(port: int) -> None:
    for _attempt in range(100):
        ready = subprocess.run(
            [binary("pg_isready"), "-h", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, check=False
        )
        if ready.returncode == 0:
            return
        time.sleep(0.1)
    sys.exit("The private PostgreSQL did not come up within ten seconds.")


def main() -> int:
    user = server_user()
    with tempfile.TemporaryDirectory(prefix="ocop-postgres-", ignore_cleanup_errors=True) as name:
        folder, port = Path(name), free_port()
        if user:
            shutil.chown(folder, user)
        server = start(folder, port, user)
        try:
            wait_until_ready(port)
            environment = {**os.environ, "OCOP_DATABASE_URL": f"postgres://ocop@127.0.0.1:{port}/postgres"}
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(main())
