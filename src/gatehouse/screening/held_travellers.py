"""The names of everybody who is stored, kept ready on disk for the next list that changes.

The folder holds *segments*, each the held names (`matching.held_names`) of a range of statements by their number. It is
derived from the database and follows it: what was stored since is read in and added, a segment whose last statement is
not what it was is thrown away and made again, and those of another engine go. Small segments are made one with what is
added, so that there are few. Killed at any moment, the next run goes on from the last whole segment. One process at a
time changes the folder; others that want to wait.

The folder holds personal data: names, births and the hashes of document numbers. It belongs where the database's own
files would be, and is erased with `HeldTravellers.forget` when statements are.
"""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from gatehouse.screening.lists_in_force import is_somebody
from gatehouse.screening.matching import held_names
from gatehouse.screening.matching.held_names import Held, Statement
from gatehouse.screening.matching.held_search import Listed, worth_screening
from gatehouse.screening.matching.pair import ENGINE
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry

SEGMENT_STATEMENTS = 1_000_000
"""Statement numbers that one segment spans at most."""
READ_AT_ONCE = 5_000
MARK_FILE = "mark"
NOBODY = Subject(())

_FOLDER = re.compile(r"(\d+)-(\d+)")

STATEMENTS = """
SELECT id, message_id, payload::text FROM travellers_travellerrecord WHERE id > %s AND id <= %s ORDER BY id LIMIT %s
"""

Progress = Callable[[int], None]


class Segment(NamedTuple):
    """A folder with the statements numbered `first` to `last`."""

    first: int
    last: int
    folder: Path


class HeldTravellers:
    """The segments in a folder, which is made when absent."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        # Names read by another engine have other tokens: they are of no use to this one.
        self._folder = folder / re.sub(r"\W+", "-", ENGINE)

    def held(self, progress: Progress) -> Iterator[Held]:
        """Every stored statement, a segment at a time, after adding what was stored since.

        `progress` is told how many statements were read in so far.
        """
        self.extend(progress)
        for segment in self._segments():
            yield held_names.read(segment.folder)

    def extend(self, progress: Progress) -> None:
        """Add what was stored since; nothing is read again but small segments that the new ones are joined with."""
        with self._alone():
            self._extend(progress)

    def _extend(self, progress: Progress) -> None:
        self._tidy()
        newest = _newest()
        segments = self._segments()
        first = segments[-1].last + 1 if segments else 1
        joined: list[Segment] = []
        while segments and newest >= first and _belong_together(segments[-1], newest):
            joined.append(segments.pop())
            first = joined[-1].first
        done = 0
        while first <= newest:
            last = min(newest, first + SEGMENT_STATEMENTS - 1)
            done += self._add(first, last, _further(progress, done))
            for old in [old for old in joined if old.last <= last]:
                shutil.rmtree(old.folder, ignore_errors=True)
            first = last + 1

    def forget(self) -> None:
        """Erase the folder; the next use makes it anew from what is then stored."""
        with self._alone():
            shutil.rmtree(self._root, ignore_errors=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else changes the folder: what one writes another would take for what was cut off, and remove."""
        self._root.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._root.with_name(f"{self._root.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _add(self, first: int, last: int, progress: Progress) -> int:
        held = held_names.hold(_statements(first, last), progress, processes=1)
        if len(held.records):
            folder = self._folder / f"{first}-{last}"
            held_names.write(held, folder)
            (folder / MARK_FILE).write_text(_mark(last), encoding="ascii")
        return len(held.records)

    def _tidy(self) -> None:
        """Remove what another engine left, what was cut off, and what is not what is stored."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for other in self._root.iterdir():
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)
        known: set[Path] = set()
        reached = 0
        for segment in self._segments():
            if segment.first > reached and _mark(segment.last) == _held_mark(segment.folder):
                known.add(segment.folder)
                reached = segment.last
        for found in self._folder.iterdir():
            if found not in known:
                shutil.rmtree(found, ignore_errors=True)

    def _segments(self) -> list[Segment]:
        named = ((_FOLDER.fullmatch(path.name), path) for path in self._folder.iterdir())
        # The longer one first: a segment that was joined and not yet removed is contained in it.
        return sorted(
            (Segment(int(name[1]), int(name[2]), path) for name, path in named if name),
            key=lambda segment: (segment.first, -segment.last),
        )


def names_ahead(progress: Progress) -> int:
    """Make the names of what is stored ready before somebody looks for one; how many statements were read in."""
    folder: Path | None = getattr(settings, "HELD_FOLDER", None)
    read_in = [0]

    def told(count: int) -> None:
        read_in.append(count)
        progress(count)

    if folder:
        HeldTravellers(folder).extend(told)
    return max(read_in)


def candidates_for(entry: ListEntry, score_min: float) -> list[int]:
    """The stored statements that could be this person's with at least this score, by their numbers.

    What was stored since the names were last made ready is read in first.
    """
    listed = Listed([entry], score_min)
    folder: Path | None = getattr(settings, "HELD_FOLDER", None)
    held = HeldTravellers(folder).held(lambda _: None) if folder else in_memory(lambda _: None)
    return [int(one) for segment in held for one in segment.records[worth_screening(segment, listed)]]


def in_memory(progress: Progress) -> Iterator[Held]:
    """Every stored statement, read anew: for an installation that has no folder to keep them in."""
    newest = _newest()
    for first in range(1, newest + 1, SEGMENT_STATEMENTS):
        yield held_names.hold(_statements(first, min(newest, first + SEGMENT_STATEMENTS - 1)), progress, processes=1)


def _belong_together(segment: Segment, newest: int) -> bool:
    """Whether a segment is so small beside what follows it that one segment of both costs little to make."""
    size, added = segment.last - segment.first + 1, newest - segment.last
    return size <= added and size + added <= SEGMENT_STATEMENTS


def _newest() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM travellers_travellerrecord")
        return int(cursor.fetchone()[0])


def _statements(first: int, last: int) -> Iterator[Statement]:
    """The stored statements of a range, in order; superseded ones too, which cost little."""
    after = first - 1
    while True:
        with connection.cursor() as cursor:
            cursor.execute(STATEMENTS, [after, last, READ_AT_ONCE])
            rows = cursor.fetchall()
        for record, message, payload in rows:
            said = traveller_from(payload)
            yield Statement(record, message, subject_of(said) if is_somebody(said) else NOBODY)
        if len(rows) < READ_AT_ONCE:
            return
        after = rows[-1][0]


def _mark(last: int) -> str:
    """What tells whether the newest statement up to `last` is still the one that was read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, message_id, payload::text FROM travellers_travellerrecord WHERE id <= %s"
            " ORDER BY id DESC LIMIT 1",
            [last],
        )
        return hashlib.sha256(repr(cursor.fetchone()).encode()).hexdigest()


def _held_mark(folder: Path) -> str:
    path = folder / MARK_FILE
    return path.read_text(encoding="ascii") if path.exists() else ""


def _further(progress: Progress, before: int) -> Progress:
    return lambda count: progress(before + count)
