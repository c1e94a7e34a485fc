"""List entries that nobody reviewed in time: the profile says how often each is looked at again.

An entry was last looked at when its list last stated it anew (`valid_from` of its version), or when the list itself
says that it was updated, whichever is later. That a list repeats an entry unchanged is no review.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db import connection

from gatehouse.records import Visit, opened
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.period import Period
from gatehouse.safeguards.vocabulary import Act, SubjectClass

STANDING = """
SELECT e.id, w.name, e.entry_id, e.valid_from, e.payload ->> 'updated_on' FROM watchlists_entryversion e
JOIN watchlists_watchlist w ON w.id = e.watchlist_id WHERE e.last_version_id IS NULL ORDER BY w.name, e.id
"""
ALL = Subject(SubjectClass.LIST_ENTRY, "store:watchlists")


class Overdue(NamedTuple):
    """An entry that is overdue: its reference in the log, list, the list's own identifier, and since when."""

    reference: str
    list: str
    entry_id: str
    looked_at: dt.date
    due: dt.date


def overdue(visit: Visit, today: dt.date) -> list[Overdue]:
    """The entries in force whose review is overdue, longest first. Raises `RefusedError`."""
    period = law().profile.deadlines.review_list_entry
    with opened(visit, Act.VIEW, ALL), connection.cursor() as cursor:
        cursor.execute(STANDING)
        found = [_entry(period, *row) for row in cursor.fetchall()]
    return sorted((one for one in found if one.due < today), key=lambda one: (one.due, one.list, one.entry_id))


def _entry(period: Period, key: int, name: str, entry_id: str, valid_from: dt.date, updated: str | None) -> Overdue:
    looked = max(valid_from, _day(updated) or valid_from)
    return Overdue(f"listed:{key}", name, entry_id, looked, period.after(looked))


def _day(text: str | None) -> dt.date | None:
    """The last day that a partial date could be; None without one."""
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None
