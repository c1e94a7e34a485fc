"""A law profile's file to a `Profile`: strictly, and with everything that is wrong or missing told at once.

A file may hold readings: `[readings.NAME.TABLE]` repeats keys of a table with the values that hold when `reading =
"NAME"` stands in `[profile]`. All readings of a file are checked, whichever is in force.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gatehouse.safeguards.errors import Problem, ProfileError
from gatehouse.safeguards.profile import Note, Profile
from gatehouse.safeguards.profile_sense import senseless
from gatehouse.safeguards.strict_table import StrictTables

FILE_BYTES_MAX = 256 * 1024
READINGS_MAX = 8
READINGS = "readings"
_READING_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file turned out to be. `profile` is there when nothing is wrong and nothing missing.

    `document` is the file with the chosen reading put in, for showing; `sha256` is of the file's exact bytes.
    """

    profile: Profile | None
    wrong: tuple[Problem, ...]
    missing: tuple[Problem, ...]
    document: Document
    readings: tuple[str, ...]
    unverified: tuple[Note, ...]
    sha256: str


def read_profile(data: bytes) -> Profile:
    """The profile in the file's bytes; ProfileError with every problem where there is any."""
    examined = examine(data)
    if examined.profile is None:
        raise ProfileError((*examined.wrong, *examined.missing))
    return examined.profile


def examine(data: bytes) -> Examined:
    """Read the file's bytes and say everything that keeps it from being a profile. Raises ProfileError for no TOML."""
    document = _document(data)
    readings = document.pop(READINGS, {})
    tables = StrictTables()
    if not isinstance(readings, dict) or len(readings) > READINGS_MAX:
        tables.wrong.append(Problem(READINGS, "is not a table of readings", f"at most {READINGS_MAX}, each a table"))
        readings = {}
    tables.wrong += _of_other_readings(document, readings)
    chosen = _chosen(document)
    if chosen is not None and chosen not in readings:
        known = ", ".join(filter(_READING_NAME.fullmatch, readings)) or "none"
        tables.wrong.append(Problem("profile.reading", "is no reading of this file", f"readings here: {known}"))
    whole = _with(document, readings.get(chosen or "", {}))
    profile = tables.table(Profile, whole, "")
    if profile is not None:
        tables.wrong += senseless(profile)
    sound = profile if not tables.wrong else None
    found = hashlib.sha256(data).hexdigest()
    wrong, missing = tuple(tables.wrong), tuple(tables.missing)
    return Examined(sound, wrong, missing, whole, tuple(readings), tuple(_unverified(document)), found)


def _unverified(document: Document) -> Iterator[Note]:
    """The notes that nobody compared with their source, also of a file that is not complete."""
    notes = document.get("notes")
    for item in notes if isinstance(notes, list) else ():
        note = StrictTables().table(Note, item, "notes")
        if note is not None and not note.verified:
            yield note


def _document(data: bytes) -> dict[str, object]:
    if len(data) > FILE_BYTES_MAX:
        raise ProfileError(
            (Problem("file", f"is larger than {FILE_BYTES_MAX} bytes", "a law profile is a short text"),)
        )
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise ProfileError((Problem(f"byte {fault.start}", "is not UTF-8", "save the file as UTF-8"),)) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        # The library's own words may quote the file; where it stopped is enough.
        where = re.search(r"\(at ([^)]*)\)$", str(fault))
        place = where[1] if where else "file"
        raise ProfileError((Problem(place, "is not TOML 1.0", "correct the syntax there"),)) from fault


def _of_other_readings(document: Document, readings: Mapping[str, object]) -> list[Problem]:
    """What is wrong in the readings, in force or not; what is missing is told for the one in force only."""
    found: list[Problem] = []
    for name, changes in readings.items():
        if not _READING_NAME.fullmatch(name) or not isinstance(changes, dict):
            found.append(
                Problem(READINGS, "has a reading without a plain name or table", "write [readings.my-reading]")
            )
            continue
        tables = StrictTables()
        profile = tables.table(Profile, _with(document, changes), "")
        found += tables.wrong + (senseless(profile) if profile else [])
    own = StrictTables()
    own.table(Profile, document, "")
    return [Problem(f"{READINGS}: {one.place}", *one[1:]) for one in found if one not in own.wrong]


def _chosen(document: Document) -> str | None:
    identity = document.get("profile")
    named = identity.get("reading") if isinstance(identity, dict) else None
    return named if isinstance(named, str) and named else None


def _with(document: Document, changes: object) -> dict[str, object]:
    """The document with the changed keys of its tables put in; tables of an array are replaced as a whole."""
    whole = dict(document)
    for table, values in changes.items() if isinstance(changes, dict) else ():
        before = whole.get(table)
        whole[table] = {**before, **values} if isinstance(before, dict) and isinstance(values, dict) else values
    return whole
