"""What entries said before they changed or ended, erased once nobody's hit can need it any more."""

from __future__ import annotations

import datetime as dt

from django.db import connection

ENDED = """
SELECT id FROM watchlists_entryversion WHERE last_version_id IS NOT NULL AND valid_to <= %s ORDER BY id LIMIT %s
"""
CONTENTS = """
DELETE FROM watchlists_proposalcontent WHERE proposal_id IN (
    SELECT id FROM watchlists_proposal WHERE entry_version_id = ANY(%s))
"""
PROPOSALS = "UPDATE watchlists_proposal SET entry_version_id = NULL WHERE entry_version_id = ANY(%s)"
ERASE = "DELETE FROM watchlists_entryversion WHERE id = ANY(%s)"


def erase(day: dt.date, limit: int) -> list[int]:
    """Erase versions of entries that ended on that day or before; their numbers, at most `limit`.

    What was proposed to make them is erased with them; that somebody proposed and somebody decided stays.
    """
    with connection.cursor() as cursor:
        cursor.execute(ENDED, [day, limit])
        gone = [number for (number,) in cursor.fetchall()]
        for statement in (CONTENTS, PROPOSALS, ERASE):
            cursor.execute(statement, [gone])
    return gone
