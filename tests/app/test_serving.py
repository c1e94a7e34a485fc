"""The workbench served by real processes."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SECONDS_MAX = 120


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _get(port: int, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_MAX)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.fixture(scope="module")
def port(server: Path) -> Iterator[int]:
    """The port of `gatehouse serve`, running."""
    del server
    number = _free_port()
    command = [
        sys.executable,
        "-c",
        "from gatehouse.cli.main import main; main()",
        "serve",
        "--port",
        str(number),
        "--workers",
        "1",
    ]
    process = subprocess.Popen(command, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    until = time.monotonic() + SECONDS_MAX
    while time.monotonic() < until and process.poll() is None:
        try:
            if _get(number, "/health/")[0] == 200:
                break
        except OSError:
            time.sleep(0.2)
    yield number
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=SECONDS_MAX)[0].decode()
    assert f"http://127.0.0.1:{number}/" in said


def test_it_is_ready_and_shows_the_sign_in(port: int) -> None:
    status, _headers, body = _get(port, "/ready/")
    assert (status, json.loads(body)["ready"]) == (200, True)
    status, headers, body = _get(port, "/sign-in/")
    assert status == 200
    assert "content-security-policy" in headers


def test_files_carry_their_hash_and_are_kept_for_good(port: int) -> None:
    page = _get(port, "/sign-in/")[2].decode()
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert sheet != "/static/gatehouse/workbench.css"
    status, headers, body = _get(port, sheet)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert len(body) < 40_000


def test_an_unknown_host_is_not_answered(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_MAX)
    connection.request("GET", "/sign-in/", headers={"Host": "elsewhere.example"})
    assert connection.getresponse().status == 400
