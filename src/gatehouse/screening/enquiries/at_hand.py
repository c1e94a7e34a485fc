"""The lists in force, kept at hand by a process that answers questions, and taken up anew when they change.

Read inside an opened door: the web process sees no entry outside of one.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from gatehouse.screening.lists_in_force import ListsInForce, build, in_force, open_built, under_thresholds
from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.index.build import Progress
from gatehouse.screening.watchlists.store import newest_versions
from gatehouse.terms.candidate import Subject

NOBODY = Subject(("Nobody Nowhere",), birth_date="1900-01-01")
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


def compile_ahead(progress: Progress) -> None:
    """Compile the stored lists where what is compiled is older, as the owner of the tables, before others warm up."""
    home, versions = settings.LISTS_FOLDER, newest_versions()
    if home is not None and versions and not _is_compiled(home, versions):
        build(home, progress)


def warm() -> bool:
    """Take up the compiled lists before anybody asks; false where they are older than what is stored.

    It reads no entry from the database, so that it needs no open door, and searches once for nobody, so that what is
    compiled for this machine is loaded too.
    """
    home, versions = settings.LISTS_FOLDER, newest_versions()
    if home is None or not _is_compiled(home, versions):
        return False
    day = timezone.now().date().isoformat()
    folder = layout.in_use(home)
    if folder is None:
        return False
    lists = under_thresholds(open_built(folder), versions)
    lists.find_many([NOBODY])
    with _LOCK:
        _HELD[:] = [_AtHand(tuple(sorted(versions.items())), day, lists)]
    return True


def _is_compiled(home: Path, versions: Mapping[str, int]) -> bool:
    folder = layout.in_use(home)
    try:
        return folder is not None and layout.manifest_of(folder).versions == dict(versions)
    except layout.IndexFolderError:
        # A folder that is not whole is compiled anew.
        return False


def forget() -> None:
    """Let go of what is held, as when the database is another one."""
    with _LOCK:
        _HELD.clear()
