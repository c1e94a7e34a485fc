"""The real lists against the real messages kept beside the project: everybody is screened, nobody is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the real files are not kept beside this checkout"),
]


@pytest.mark.parametrize("name", ["un_consolidated_2026-02-27.xml", "ofac_sdn.csv", "ofac_consolidated_2025-03-28.xml"])
def test_every_traveller_of_every_message_is_screened(run: Callable, name: str) -> None:
    messages = [
        path
        for path in sorted((SHARED / "messages").rglob("*"))
        if path.suffix in (".edi", ".txt") and "LICENSE" not in path.name
    ]
    read = run("read", *messages, "--json")
    travellers = sum(len(message["travellers"]) for message in read.json())
    screened = run("screen", "--list", SHARED / "lists" / name, *messages, "--json")
    assert (read.status, screened.status) == (0, 0), os.linesep.join((read.err, screened.err))
    assert len(screened.json()) == travellers > 300
