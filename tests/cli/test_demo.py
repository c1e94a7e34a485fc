"""`gatehouse demo` from end to end, on a day small enough for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.simulation import plan
from gatehouse.simulation.plan import Plan


@pytest.fixture(autouse=True)
def _small_day(database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    del database
    monkeypatch.setenv("GATEHOUSE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(plan, "demo_plan", lambda out: Plan(400, 12, 7, out, entries=60))


def test_a_day_and_the_day_after(run: Callable) -> None:
    first = run("demo")
    assert first.status == 0
    assert "this is day 1" in first.out
    assert "quarantined" in first.out
    assert "until a person decides" in first.out
    assert "What next" in first.out
    second = run("demo")
    assert second.status == 0
    assert "this is day 2" in second.out


def test_a_database_with_real_lists_is_refused(run: Callable, tmp_path: Path, list_csv: str) -> None:
    listed = tmp_path / "l.csv"
    listed.write_text(list_csv.replace("DEMO,", "NATIONAL,"))
    run("lists", "add", listed)
    result = run("demo")
    assert result.status == 2
    assert "NATIONAL" in result.err


def test_a_database_with_messages_is_refused(run: Callable, tmp_path: Path, paxlst: str) -> None:
    messages = tmp_path / "m.edi"
    messages.write_text(paxlst)
    run("ingest", messages)
    assert run("demo").status == 2
