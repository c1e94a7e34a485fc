"""The register's events: JSON Lines that are only ever added to, by one process at a time.

An event is on disk before its writer goes on. A line that a crash cut off has no end of line: it did not happen, is
passed over by readers, and is removed before the next one is written. Any other line that cannot be read stops the
register: a criterion whose past is not known is not in force.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import orjson

from gatehouse.screening.criteria.errors import RegisterError

EVENTS_FILE = "register.jsonl"
LOCK_FILE = "register.lock"
EVENTS_BYTES_MAX = 64 << 20


class Event(NamedTuple):
    """Something that happened to a version: when (ISO 8601 UTC), what, by whom, why, and with which report."""

    at: str
    event: str
    identifier: str
    version: int
    sha256: str
    by: str = ""
    reason: str = ""
    report: str = ""


def read_events(folder: Path) -> list[Event]:
    """Every event in order; none where there is no register yet. Raises `RegisterError` when one cannot be read."""
    path = folder / EVENTS_FILE
    if not path.exists():
        return []
    if path.stat().st_size > EVENTS_BYTES_MAX:
        raise RegisterError(EVENTS_FILE, f"is more than {EVENTS_BYTES_MAX} bytes", "begin a new register folder")
    lines = path.read_bytes().split(b"\n")[:-1]
    return [_event(line, number) for number, line in enumerate(lines, 1)]


def _event(line: bytes, number: int) -> Event:
    try:
        event = Event(**orjson.loads(line))
    except (orjson.JSONDecodeError, TypeError) as fault:
        raise RegisterError(EVENTS_FILE, f"line {number} is no event", "restore the folder from a copy") from fault
    if not isinstance(event.version, int) or not all(isinstance(one, str) for one in (*event[:3], *event[4:])):
        raise RegisterError(EVENTS_FILE, f"line {number} is no event", "restore the folder from a copy")
    return event


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the register for one writer; others wait. Makes the folder, for its owner alone, where it is absent."""
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    with (folder / LOCK_FILE).open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def add_events(folder: Path, events: list[Event]) -> None:
    """Write events behind the last whole one, in one write. To be called by the only writer."""
    lines = b"".join(orjson.dumps(event._asdict(), option=orjson.OPT_APPEND_NEWLINE) for event in events)
    with (folder / EVENTS_FILE).open("ab+") as stream:
        stream.seek(0)
        stream.truncate(stream.read(EVENTS_BYTES_MAX).rfind(b"\n") + 1)
        stream.write(lines)
        stream.flush()
        os.fsync(stream.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
