"""Lists are loaded once, and anew when one changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.enquiries.at_hand import lists_at_hand
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
