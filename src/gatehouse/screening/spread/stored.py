"""Stored travellers as pieces of input, for screening all of them with lists that are not in force.

Only the current statement of each person and source is taken. Pieces carry the statements themselves, so that no
other machine is told of the database. Each answer names the file and message that the statement came from.
"""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.messages.json_form import Source
from gatehouse.screening.spread.asked import Asked, Kind
from gatehouse.screening.spread.parts import PART_ROWS, Piece
from gatehouse.screening.travellers.payload import traveller_from

STORED_NAME = "stored:"
"""What is named in the place of a file to screen the stored travellers."""

STATEMENTS = """
SELECT record.id, file.name, file.sha256, message.index, record.position, record.payload::text
FROM travellers_travellerrecord record
JOIN intake_storedmessage message ON message.id = record.message_id
JOIN intake_transmission file ON file.id = message.transmission_id
WHERE record.id > %s AND NOT record.superseded ORDER BY record.id LIMIT %s
"""


def stored_pieces() -> Iterator[Piece]:
    """The stored travellers by ranges of their keys. Needs the database."""
    from django.db import connection

    last = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(STATEMENTS, [last, PART_ROWS])
            rows = cursor.fetchall()
        if not rows:
            return
        begin, last = last, rows[-1][0]
        yield Piece(Kind.STORED, STORED_NAME, "", begin + 1, last + 1, orjson.dumps([row[1:] for row in rows]))


def stored_asked(content: bytes) -> Iterator[Asked]:
    """The travellers of such a piece, numbered as they stood in their message."""
    for file, sha256, index, position, payload in orjson.loads(content):
        yield Asked(Source(file, sha256, index), position + 1, subject_of(traveller_from(payload)))
