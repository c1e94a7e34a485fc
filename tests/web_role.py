"""The database role of the web process, taken on by this process's connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.client import ClientHandler

from gatehouse.records import WEB_ROLE


@contextmanager
def as_web() -> Iterator[None]:
    """As the web process's role, which a connection of its own would have logged in as."""
    if connection.connection is None:
        connection.connect()
    # Below Django, so that what a test puts in the place of its connection is met by the page and not by this.
    raw = connection.connection
    raw.execute(f"SET SESSION AUTHORIZATION {WEB_ROLE}")
    try:
        yield
    finally:
        raw.execute("RESET SESSION AUTHORIZATION")


def answers_as_web(patch: pytest.MonkeyPatch) -> None:
    """From now on each request of Django's client is answered as that role; what a test does between them is not."""
    answer = ClientHandler.__call__

    def answered(self: ClientHandler, environ: dict[str, object]) -> object:
        with as_web():
            return answer(self, environ)

    patch.setattr(ClientHandler, "__call__", answered)
