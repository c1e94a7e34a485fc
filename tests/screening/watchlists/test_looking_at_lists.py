"""What a person sees of lists goes through the door, narrowed and in pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.looking import EXPIRED, between, listed, looked_at
from gatehouse.terms.entry import ListedName, ListEntry

VISIT = Visit(Actor("account:1", Role.LIST_MANAGER), "screening", reference="M-1")


@pytest.mark.usefixtures("database")
def test_entries_are_narrowed_and_versions_compared(tmp_path: Path) -> None:
    first = ListEntry("L", "A", (ListedName("Ama Osei"),), expires_on="2020-01-01")
    second, renamed = (ListEntry("L", "B", (ListedName(name),)) for name in ("Boris Novak", "Boris Nowak"))
    for version, entries in enumerate(((first, second), (first, renamed))):
        file = tmp_path / f"{version}.csv"
        file.write_text(str(version))
        store.add_list(ListReading("L", "own-csv", None, entries, (), 0, 0), file)
    assert [one.entry.entry_id for one in listed(VISIT, "L", "", "", 0, 9)] == ["A", "B"]
    (expired,) = listed(VISIT, "L", "", EXPIRED, 0, 9)
    assert (expired.entry, expired.is_expired) == (first, True)
    (found,) = listed(VISIT, "L", "nowak", "", expired.id, 9)
    seen = looked_at(VISIT, "L", found.id)
    assert [one.entry for one in seen.history] == [renamed, second]
    changed, following = between(VISIT, "L", (1, 2))
    assert ([one.fields for one in changed.changed], changed.added, changed.removed) == ([("names",)], (), ())
    assert (following, seen.kept_here, seen.is_newest) == (None, False, True)
    assert [one.before for one in between(VISIT, "L", (2, 1)).changes.changed] == [renamed]
    (first_page, following) = between(VISIT, "L", (0, 2), limit=1)
    assert ([entry.entry_id for entry in first_page.added], following) == (["A"], "A")
    (last_page, following) = between(VISIT, "L", (0, 2), "A", limit=1)
    assert ([entry.entry_id for entry in last_page.added], following) == (["B"], None)
    with pytest.raises(KeptListError):
        looked_at(VISIT, "OTHER", found.id)
    with pytest.raises(RefusedError):
        listed(Visit(VISIT.actor, "screening"), "L", "", "", 0, 9)
