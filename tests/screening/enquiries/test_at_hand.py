"""Lists are loaded once, and anew when one changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from gatehouse.screening.enquiries.at_hand import compile_ahead, forget, lists_at_hand, warm
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.entry import ListedName, ListEntry


@pytest.mark.usefixtures("stored_day")
def test_lists_stay_at_hand_until_one_changes(tmp_path: Path) -> None:
    first = lists_at_hand()
    assert lists_at_hand() is first
    file = tmp_path / "other.csv"
    file.write_text("y")
    entry = ListEntry("OTHER", "O-1", (ListedName("Ama Osei"),))
    store.add_list(ListReading("OTHER", "own-csv", None, (entry,), (), 0, 0), file)
    assert ("OTHER", "O-1") in lists_at_hand().entries


@pytest.mark.usefixtures("stored_day")
def test_a_process_warms_up_from_what_was_compiled_and_from_nothing_older(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(settings, "LISTS_FOLDER", tmp_path / "lists")
    assert not warm()
    compile_ahead(lambda _: None)
    assert warm()
    held = lists_at_hand()
    assert ("DEMO", "D-1") in held.entries
    forget()
    file = tmp_path / "other.csv"
    file.write_text("y")
    entry = ListEntry("OTHER", "O-1", (ListedName("Ama Osei"),))
    store.add_list(ListReading("OTHER", "own-csv", None, (entry,), (), 0, 0), file)
    assert not warm()
