"""The log is followed from an entry on, and following it is an entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signed_in import entries
from stored_log import grow


@pytest.mark.usefixtures("database")
def test_each_entry_is_a_line_with_its_number(run: Callable) -> None:
    grow(3)
    told = run("audit", "follow", "--since", 1, "--once").json()
    assert [(one["number"], one["act"]) for one in told] == [
        (1, "traveller.opened"), (2, "traveller.opened"), (3, "log.exported"),
    ]  # fmt: skip
    assert run("audit", "follow", "--once").out == ""
    assert len(entries("log.exported")) == 2
