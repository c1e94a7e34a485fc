"""A period is counted once, when it is over, and stays as it was counted."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.models import Snapshot
from gatehouse.oversight.snapshots import snapshot, take
from gatehouse.safeguards.vocabulary import Role


@pytest.fixture
def officer(supervisor):
    """The data protection officer."""
    return supervisor(Role.DATA_PROTECTION_OFFICER)


def test_counts_are_frozen_with_their_hash(told, officer, today) -> None:
    frozen = take(officer, today, today, today + dt.timedelta(days=1))
    tables = {one["table"]: one for one in frozen.body["tables"]}
    assert tables["decisions"]["rows"] == {"hit.decided": 30}
    assert tables["hits-by-list"]["total"] == 0
    again = snapshot(officer, frozen.id)
    assert (again.body, again.sha256) == (frozen.body, frozen.sha256)
    assert told


def test_overlapping_and_running_periods_are_refused(told, officer, today) -> None:
    day = dt.timedelta(days=1)
    with pytest.raises(OversightError, match="over"):
        take(officer, today, today, today)
    take(officer, today - 3 * day, today - day, today)
    with pytest.raises(OversightError, match="before"):
        take(officer, today - 2 * day, today - 2 * day, today)
    take(officer, today - 9 * day, today - 4 * day, today)
    assert (Snapshot.objects.count(), told) == (2, 34)


def test_a_snapshot_that_was_changed_is_not_printed(told, officer, today) -> None:
    frozen = take(officer, today, today, today + dt.timedelta(days=1))
    Snapshot.objects.update(body=Snapshot.objects.get().body.replace("30", "20"))
    with pytest.raises(OversightError, match="frozen"):
        snapshot(officer, frozen.id)
    with pytest.raises(OversightError, match="no such"):
        snapshot(officer, 999)
    assert told
