"""Entries that nobody looked at in time."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.oversight.overdue import overdue
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.entry import ListedName, ListEntry


@pytest.mark.usefixtures("database")
def test_a_year_after_the_entry_was_last_stated_anew(tmp_path, supervisor) -> None:
    path = tmp_path / "l.csv"
    path.write_text("x")
    old = ListEntry("TEST", "E1", (ListedName("Ann Roe"),))
    seen = ListEntry("TEST", "E2", (ListedName("Bob Roe"),), updated_on="2026-06-01")
    store.add_list(ListReading("TEST", "own", "2025-01-10", (old, seen), (), 0, 0), path)
    officer = supervisor(Role.DATA_PROTECTION_OFFICER)
    [late] = overdue(officer, dt.date(2026, 11, 30))
    assert (late.list, late.entry_id, late.looked_at, late.due) == (
        "TEST", "E1", dt.date(2025, 1, 10), dt.date(2026, 1, 10),
    )  # fmt: skip
    assert overdue(officer, dt.date(2026, 1, 10)) == []
