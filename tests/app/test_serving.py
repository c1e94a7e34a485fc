"""The workbench served by real processes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from gatehouse.app import serving
from served import get, served


@pytest.fixture(scope="module")
def port(server: Path) -> Iterator[int]:
    """The port of `gatehouse serve`, running."""
    del server
    with served() as number:
        yield number


def test_it_is_ready_and_shows_the_sign_in(port: int) -> None:
    status, _headers, body = get(port, "/ready/")
    assert (status, json.loads(body)["ready"]) == (200, True)
    status, headers, body = get(port, "/sign-in/")
    assert status == 200
    assert "content-security-policy" in headers


def test_first_requests_at_once_set_the_process_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []

    @cache
    def slowly() -> Callable[..., list[bytes]]:
        begun.append(1)
        time.sleep(0.05)
        return lambda _environ, _start: [b"ok"]

    monkeypatch.setattr(serving, "_application", slowly)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: serving.application({}, lambda *_: None), range(8)))
    assert (answers, begun) == ([[b"ok"]] * 8, [1])


def test_files_carry_their_hash_and_are_kept_for_good(port: int) -> None:
    page = get(port, "/sign-in/")[2].decode()
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert sheet != "/static/gatehouse/workbench.css"
    status, headers, body = get(port, sheet)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert len(body) < 40_000


def test_an_unknown_host_is_not_answered(port: int) -> None:
    assert get(port, "/sign-in/", "elsewhere.example")[0] == 400
