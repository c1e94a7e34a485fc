"""What has expired, or was not reviewed in time, is taken off a list that is kept here, by the clock."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction

from gatehouse.screening.watchlists.expiring import take_off_expired
from gatehouse.screening.watchlists.kept_list import change, kept_list, standing
from gatehouse.screening.watchlists.listing import Kind
from gatehouse.screening.watchlists.models import ListVersion
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.work.putting import waiting_count
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")

DAY = dt.date(2026, 3, 1)


def _entry(number: int, expires: str | None) -> ListEntry:
    return ListEntry("NAT", f"N-{number}", (ListedName("BORIS FIKTIVOV"),), expires_on=expires)


def test_only_what_is_past_its_last_day_is_taken_off_once() -> None:
    watchlist = kept_list("NAT")
    with transaction.atomic():
        for number, expires in enumerate(("2026-02-28", "2026-03-01", None)):
            change(watchlist, Kind.ADD, _entry(number, expires), dt.date(2026, 1, 1))
    first = standing(watchlist, "N-0")
    assert take_off_expired(DAY) == 1
    assert [bool(standing(watchlist, f"N-{number}")) for number in range(3)] == [False, True, True]
    newest = ListVersion.objects.latest("id")
    assert (newest.entries, newest.removed) == (2, 1)
    assert [(entry.actor, entry.subject) for entry in entries("entry.removed")] == [
        ("machine:watchlists", f"listed:{first.pk}")
    ]
    assert waiting_count(["rescreen"]) == 4, "each version puts its own down"
    assert take_off_expired(DAY) == 0
    assert take_off_expired(dt.date(2026, 3, 2)) == 1
