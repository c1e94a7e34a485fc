"""A kept list changes by one entry at a time, and only as the entry stands."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.kept_list import change, kept_list, standing
from gatehouse.screening.watchlists.listing import Kind
from gatehouse.terms.entry import ListedName, ListEntry

ENTRY = ListEntry("NAT", "N-1", (ListedName("Yusuf Karim"),))
TODAY = dt.date(2026, 11, 30)


@pytest.mark.usefixtures("database")
def test_an_entry_that_was_taken_off_has_an_end_and_is_kept() -> None:
    watchlist = kept_list("NAT")
    begun = change(watchlist, Kind.ADD, ENTRY, TODAY)
    assert begun is not None
    assert standing(watchlist, "N-1") == begun
    assert change(watchlist, Kind.REMOVE, ENTRY, TODAY) is None
    assert standing(watchlist, "N-1") is None
    begun.refresh_from_db()
    assert (begun.valid_from, begun.valid_to, begun.last_version.number) == (TODAY, TODAY, 2)


@pytest.mark.usefixtures("database")
def test_nobody_is_listed_twice_under_one_number() -> None:
    watchlist = kept_list("NAT")
    change(watchlist, Kind.ADD, ENTRY, TODAY)
    with pytest.raises(KeptListError, match="stands on the list already"):
        change(watchlist, Kind.ADD, ENTRY, TODAY)
