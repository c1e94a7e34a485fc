"""Everything that was said of one traveller: each statement with its message and sender, and whether it holds."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.traveller import Traveller

STATEMENTS_MAX = 200
"""Statements about one person that are shown; the newest are."""
SAID = """
SELECT r.id, r.message_id, r.source, r.kind, r.superseded, r.sent, r.first_segment, r.last_segment, r.payload::text,
    r.booking_id, m.type, m.version, m.function, m.sender
FROM travellers_travellerrecord r JOIN intake_storedmessage m ON m.id = r.message_id
WHERE r.traveller_id = %s ORDER BY r.id DESC LIMIT %s
"""


class Statement(NamedTuple):
    """What one message said of the traveller. `source` is `api` or `pnr`; `superseded`: a later one replaced it."""

    id: int
    message: int
    source: str
    kind: str
    superseded: bool
    sent: str | None
    first_segment: int
    last_segment: int
    said: Traveller
    booking: int | None
    type: str | None
    version: str | None
    function: str | None
    sender: str | None


def all_statements(traveller: int) -> list[Statement]:
    """All statements about a traveller, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(SAID, [traveller, STATEMENTS_MAX])
        return [Statement._make([*row[:8], traveller_from(row[8]), *row[9:]]) for row in cursor.fetchall()]
