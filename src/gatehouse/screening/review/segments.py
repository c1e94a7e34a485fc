"""The segments of a stored message as they came, by their ordinals: what stands behind a field.

What was taken out on arrival (docs/sensitive.md) is taken out here as well: it was never stored.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import connection

from gatehouse.edifact import EdifactError, read
from gatehouse.screening.intake.content import raw_bytes

MESSAGE_BYTES_MAX = 16 << 20
"""A longer message is not cut for a page."""
# The interchange's header stands before the last message that does not follow directly upon another one.
PLACE = """
SELECT m.transmission_id, m.begin, m.end, header.begin, header.after FROM intake_storedmessage m
CROSS JOIN LATERAL (
    SELECT g.begin, g.after FROM (
        SELECT o.index, o.begin, coalesce(lag(o.end) OVER (ORDER BY o.index), 0) AS after
        FROM intake_storedmessage o WHERE o.transmission_id = m.transmission_id AND o.index <= m.index
    ) g WHERE g.begin - g.after > %(gap)s OR g.index = 0 ORDER BY g.index DESC LIMIT 1
) header WHERE m.id = %(message)s
"""
GAP_BYTES = 20
"""Between two messages of one interchange stand a line break at most; a header (UNB) is longer."""


class Line(NamedTuple):
    """One segment: its ordinal in the message (UNH is 1) and its text without the terminator."""

    ordinal: int
    text: str

    @property
    def tag(self) -> str:
        """The three letters that say what it is."""
        return self.text[:3]


def segments_of(message: int) -> list[Line]:
    """All segments of a stored message, in order. Empty where it cannot be read any more (erased, or too long)."""
    with connection.cursor() as cursor:
        cursor.execute(PLACE, {"message": message, "gap": GAP_BYTES})
        row = cursor.fetchone()
    if row is None:
        return []
    transmission, begin, end, header_end, header_begin = row
    if end - begin > MESSAGE_BYTES_MAX:
        return []
    content = raw_bytes(transmission, header_begin, header_end) + raw_bytes(transmission, begin, end)
    try:
        first = next(read(io.BytesIO(content)), None)
    except EdifactError:
        return []
    return [Line(segment.ordinal, segment.text) for segment in first.segments] if first else []


def behind(message: int, first: int, last: int) -> list[Line]:
    """The segments `first` to `last` of a message that speak of one traveller. One that speaks of several stays."""
    return list(_own(line for line in segments_of(message) if first <= line.ordinal <= last))


def _own(lines: Iterable[Line]) -> Iterator[Line]:
    # What a booking says of one person reaches down to its flights; others' groups (TIF) stand in between.
    named, is_others = False, False
    for line in lines:
        if line.tag == "TIF":
            named, is_others = True, named
        elif line.tag == "TVL":
            is_others = False
        if not is_others:
            yield line
