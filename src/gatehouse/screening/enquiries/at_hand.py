"""The lists in force, kept at hand by a process that answers questions, and taken up anew when they change.

Read inside an opened door: the web process sees no entry outside of one.
"""

from __future__ import annotations

import threading
from typing import NamedTuple

from django.utils import timezone

from gatehouse.screening.lists_in_force import ListsInForce, in_force
from gatehouse.screening.watchlists.store import newest_versions

_LOCK = threading.Lock()


class _AtHand(NamedTuple):
    """Lists, and what they were loaded as: the newest version of each, and the day, because entries expire."""

    versions: tuple[tuple[str, int], ...]
    day: str
    lists: ListsInForce


_HELD: list[_AtHand] = []


def lists_at_hand() -> ListsInForce:
    """The lists as they stand now: loaded once for each version and day, then only handed over."""
    versions = tuple(sorted(newest_versions().items()))
    day = timezone.now().date().isoformat()
    with _LOCK:
        if not _HELD or (_HELD[0].versions, _HELD[0].day) != (versions, day):
            _HELD[:] = [_AtHand(versions, day, in_force())]
        return _HELD[0].lists


def forget() -> None:
    """Let go of what is held, as when the database is another one."""
    with _LOCK:
        _HELD.clear()
