"""Versions of entries go when they ended long ago, and what stands stays."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.watchlists import ended
from gatehouse.screening.watchlists.models import EntryVersion, ListVersion, Proposal, ProposalContent, WatchList

pytestmark = pytest.mark.usefixtures("database")
DAY = dt.date(2021, 11, 30)


def _entry(watchlist: WatchList, version: ListVersion, name: str, until: dt.date | None) -> EntryVersion:
    return EntryVersion.objects.create(
        watchlist=watchlist,
        entry_id=name,
        content_hash="0" * 64,
        payload={"name": name},
        first_version=version,
        last_version=version if until else None,
        valid_from=dt.date(2020, 1, 1),
        valid_to=until,
    )


def test_only_what_ended_by_that_day_is_erased() -> None:
    watchlist = WatchList.objects.create(name="TEST")
    counts = dict.fromkeys(("entries", "added", "changed", "removed", "skipped"), 0)
    version = ListVersion.objects.create(
        watchlist=watchlist, number=1, file_name="f", sha256="0" * 64, effective=DAY, **counts
    )
    gone = _entry(watchlist, version, "GONE", DAY)
    _entry(watchlist, version, "STANDS", None)
    proposal = Proposal.objects.create(
        watchlist=watchlist, entry_id="GONE", kind="add", state="approved", proposed_by="account:1", is_child=False,
        entry_version=gone,
    )  # fmt: skip
    ProposalContent.objects.create(proposal=proposal, payload={"name": "GONE"})
    _entry(watchlist, version, "ENDED-LATER", DAY + dt.timedelta(days=1))
    assert ended.erase(DAY, 10) == [gone.id]
    assert ended.erase(DAY, 10) == []
    assert not ProposalContent.objects.exists()
    assert Proposal.objects.get().proposed_by == "account:1"
    assert set(EntryVersion.objects.values_list("entry_id", flat=True)) == {"STANDS", "ENDED-LATER"}
