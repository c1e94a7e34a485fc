"""The versions of a booking side by side: what each message said of each field, and where it changed. Pure but for one.

Values are the texts of the stored form, so that nothing is compared that was not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import orjson
from django.db import connection

VERSIONS_MAX = 12
"""Versions that are laid side by side; the newest are."""
LEFT_OUT = frozenset({"segments", "segment", "evidence", "travellers"})
"""What is the message's and not the booking's."""
VERSIONS = """
SELECT v.id, v.message_id, m.sent, m.sender, v.superseded, v.payload::text
FROM travellers_bookingversion v JOIN intake_storedmessage m ON m.id = v.message_id
WHERE v.booking_id = %s ORDER BY v.id DESC LIMIT %s
"""


class Version(NamedTuple):
    """What one message said of the booking, as fields (`payments.0.vendor`) and texts. `stale`: it came too late."""

    id: int
    message: int
    sent: str | None
    sender: str | None
    stale: bool
    fields: Mapping[str, str]


class Line(NamedTuple):
    """One field over the versions; None where a version does not say it. `changed[i]`: other than the one before."""

    field: str
    values: tuple[str | None, ...]
    changed: tuple[bool, ...]


def versions_of(booking: int) -> list[Version]:
    """The versions of a stored booking, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS, [booking, VERSIONS_MAX])
        rows = [Version._make([*row[:5], dict(flat(orjson.loads(row[5])))]) for row in cursor.fetchall()]
    return rows[::-1]


def side_by_side(versions: Sequence[Version]) -> list[Line]:
    """Every field that any version says, in the order of the first that says it."""
    names = dict.fromkeys(name for version in versions for name in version.fields)
    return [_line(name, [version.fields.get(name) for version in versions]) for name in names]


def _line(name: str, values: Sequence[str | None]) -> Line:
    changed = (False, *(now != before for before, now in pairwise(values)))
    return Line(name, tuple(values), changed[: len(values)])


def flat(said: object, name: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of a stored value, each under its path."""
    if isinstance(said, Mapping):
        for key, value in said.items():
            if key not in LEFT_OUT:
                yield from flat(value, f"{name}.{key}" if name else str(key))
    elif isinstance(said, list):
        for number, value in enumerate(said, 1):
            yield from flat(value, f"{name}.{number}")
    elif said is not None:
        yield name, str(said)
