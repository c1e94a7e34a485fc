"""Both sides of a hit as they are stored now."""

from __future__ import annotations

from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review.pairs import entry_in_force, statements_about
from gatehouse.screening.watchlists.models import EntryVersion
from reviewing import ENTRY, Screening


def test_the_current_statements_and_the_entry_in_force(screening: Screening) -> None:
    screening.fly(screening.ann())
    screening.fly(screening.ann(passport="P999"))
    (said,) = statements_about(Hit.objects.get().traveller_id)
    assert [document.number for document in said.documents] == ["P999"]
    assert entry_in_force("TEST", "E1") == ENTRY
    EntryVersion.objects.update(last_version_id=1)
    assert entry_in_force("TEST", "E1") is None
    assert entry_in_force("OTHER", "E1") is None
