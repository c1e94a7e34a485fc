"""Entries of lists kept here whose last day has passed, taken off by the clock: expired, or not reviewed in time.

They match nobody from that day on by themselves; taken off they say so on the list, and hits that wait for a person are
told that the entry is gone. To list the person again is a proposal like any other.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gatehouse.screening.watchlists import events
from gatehouse.screening.watchlists.entry_json import from_object
from gatehouse.screening.watchlists.kept_list import change
from gatehouse.screening.watchlists.listing import Kind
from gatehouse.screening.watchlists.models import EntryVersion, WatchList


def take_off_expired(today: dt.date) -> int:
    """Take off what has expired by that day, each list in a transaction of its own; how many entries."""
    kept = WatchList.objects.filter(kept_here=True).order_by("id").values_list("id", flat=True)
    return sum(_of_list(number, today) for number in kept)


def _of_list(number: int, today: dt.date) -> int:
    with transaction.atomic():
        watchlist = WatchList.objects.select_for_update().get(pk=number)
        standing = EntryVersion.objects.filter(
            watchlist=watchlist, last_version__isnull=True, payload__expires_on__lt=today.isoformat()
        )
        expired = [
            (one.pk, entry)
            for one in standing.order_by("id")
            if (entry := from_object(one.payload)).is_expired(today.isoformat())
        ]
        for _, entry in expired:
            change(watchlist, Kind.REMOVE, entry, today)
        events.expired([listed for listed, _ in expired])
    return len(expired)
