"""`gatehouse clients`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def test_a_client_is_made_rotated_and_ended(run: Callable, database: Path) -> None:
    del database
    made = run("clients", "add", "carrier-7", "--role", "machine", "--scope", "messages")
    assert made.status == 0
    assert made.out.split()[-1].startswith("gh_")
    assert "client-carrier-7" in run("clients", "list").out
    assert run("clients", "rotate", "carrier-7").status == 0
    assert run("clients", "revoke", "carrier-7").status == 0
    assert "ended" in run("clients", "list").out
    assert run("clients", "revoke", "carrier-7").status == 2
    assert run("clients", "add", "x-1", "--role", "machine", "--scope", "everything").status == 2
