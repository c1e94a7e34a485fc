"""`gatehouse serve` on the tests' database: the real server, in processes of its own."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS_MAX = 120
COMMAND = [sys.executable, "-c", "from gatehouse.cli import main; main()", "serve", "--workers", "1", "--port"]


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in small letters) and body of a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_MAX)
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@contextmanager
def served() -> Iterator[int]:
    """The port of a server that answers; it is told to stop afterwards, and has to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen([*COMMAND, str(port)], env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    until = time.monotonic() + SECONDS_MAX
    try:
        while process.poll() is None and time.monotonic() < until:
            try:
                if get(port, "/health/")[0] == 200:
                    break
            except OSError:
                time.sleep(0.2)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=SECONDS_MAX)[0].decode()
    assert f"http://127.0.0.1:{port}/" in said, said
    assert " answers after " in said, said
