"""List files named on the command line: read, refused in one line, and what was skipped told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from gatehouse.cli.console import Refused, say_error
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.entry import ListEntry


def list_read(file: Path, name: str | None = None) -> ListReading:
    """Read a list file, refused in one line when it cannot be trusted as a whole."""
    try:
        return read_list(file, name)
    except ListFileError as fault:
        raise Refused(str(fault)) from fault


def entries_of(files: Iterable[Path]) -> Iterator[ListEntry]:
    """The entries of each file in turn. Malformed ones are counted on stderr and left out."""
    for path in files:
        reading = list_read(path)
        if reading.skipped:
            say_error(f"{path}: {reading.skipped} malformed entries skipped; `gatehouse lists add` shows each")
        yield from reading.entries


def entries_in_force(files: Iterable[Path]) -> list[ListEntry]:
    """The entries of the files without those that have expired by their own list's date, which are counted."""
    entries = list(entries_of(files))
    today = dt.datetime.now(dt.UTC).date().isoformat()
    in_force = [entry for entry in entries if not entry.is_expired(today)]
    if len(in_force) < len(entries):
        say_error(f"{len(entries) - len(in_force)} entries have expired by their own list's date and are left out")
    return in_force
