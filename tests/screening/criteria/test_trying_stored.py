"""Stored travellers are counted by the machine, which tells the log of each criterion and shows nobody."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from gatehouse.records import RefusedError
from gatehouse.screening.criteria import trying_stored
from signed_in import entries
from stored_day import store_day

TWO = [("no-bags", 1), ("cash-one-way", 3)]


@pytest.fixture
def day(database: Path, tmp_path: Path) -> None:
    """Two travellers on a flight in May 2021."""
    del database
    store_day(tmp_path)


@pytest.mark.usefixtures("day")
def test_each_criterion_has_an_entry_with_how_many_were_gone_through() -> None:
    assert len(list(trying_stored.journeys("2021-05", TWO))) == 2
    told = [(one.actor, one.role, one.subject, one.details) for one in entries("criterion.tried")]
    seen = {"travellers": 2}
    assert told == [
        ("machine:criteria", "machine", "criterion:no-bags/1", seen),
        ("machine:criteria", "machine", "criterion:cash-one-way/3", seen),
    ]


@pytest.mark.usefixtures("day")
def test_who_stops_leaves_an_entry_too() -> None:
    going = trying_stored.journeys("", TWO[:1])
    next(going)
    going.close()
    assert [one.details for one in entries("criterion.tried")] == [{"travellers": 1}]


@pytest.mark.usefixtures("day")
def test_a_law_without_a_purpose_of_criteria_lets_nobody_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    without = SimpleNamespace(profile=SimpleNamespace(purposes=()))
    monkeypatch.setattr(trying_stored, "law", lambda: without)
    with pytest.raises(RefusedError):
        next(trying_stored.journeys("", TWO))
    assert entries("criterion.tried") == []
