"""States and cycles from the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.usefixtures("database")


def test_states_and_cycles_are_added_and_shown(run: Callable) -> None:
    assert run("assess", "add-state", "KEN", "--region", "eastern-africa").out == "KEN Kenya (肯尼亚) is assessed\n"
    assert "KEN  eastern-africa  Kenya" in run("assess", "states").out
    added = run("assess", "add-cycle", "2026", "--begins", "2026-01-01", "--ends", "2026-12-31")
    assert added.out == "2026: 2026-01-01 to 2026-12-31, open\n"
    assert run("assess", "cycles").out == "2026  2026-01-01 to 2026-12-31  open\n"


def test_what_is_refused_says_why(run: Callable) -> None:
    unnamed = run("assess", "add-state", "X-AL", "--region", "demo")
    assert (unnamed.status, "names in English and Chinese" in unnamed.err) == (2, True)
    assert run("assess", "add-state", "X-AL", "--region", "demo", "--name-en", "Altona").status == 2
    assert run("assess", "add-cycle", "x", "--begins", "2026-01-02", "--ends", "2026-01-01").status == 2
