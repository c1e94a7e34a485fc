"""Which stored travellers are the verified person: by document, or by birth date and names. Read inside an opened door.

A traveller is the person's when the same document is stated by number and issuer, or the birth date is the same day
and no name is stated that was not verified; never when a statement contradicts the birth date. A document on which
another name stands is somebody else's use of it, and is not shown to the person: the officer sees it by hand.
"""

from __future__ import annotations

from typing import NamedTuple

import orjson
from django.conf import settings
from django.db import connection

from gatehouse.screening.redress.identity import Identity, Presented, Verified, identity_of, presented
from gatehouse.screening.travellers.identity import folded_number
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.traveller import Traveller

FOUND_MAX = 2_000
"""Travellers looked at for one person, at most."""
CANDIDATES = """
SELECT DISTINCT traveller_id FROM travellers_travellerrecord
WHERE payload ->> 'birth_date' = %s
   OR payload -> 'documents' @> ANY (SELECT jsonb_array_elements(%s::jsonb))
ORDER BY traveller_id LIMIT %s
"""
STATEMENTS = """
SELECT traveller_id, payload::text FROM travellers_travellerrecord WHERE traveller_id = ANY(%s)
AND NOT superseded ORDER BY traveller_id, id
"""


class FoundTravellers(NamedTuple):
    """Travellers who are the person. `more` says that there were more to look at than `FOUND_MAX`."""

    ids: tuple[int, ...]
    more: bool


def key() -> bytes:
    """The key of all keyed hashes of this room."""
    return str(settings.SECRET_KEY).encode()


def travellers_of(verified: Verified) -> FoundTravellers:
    """The stored travellers who are the verified person."""
    asked = [[{"number": number}] for number in {folded_number(n) for n, _ in verified.documents}]
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [verified.birth_date, orjson.dumps(asked).decode(), FOUND_MAX + 1])
        ids = [row[0] for row in cursor.fetchall()]
    said = statements_of(ids[:FOUND_MAX])
    identity = identity_of(verified, key())
    mine = tuple(one for one in said if is_the_person(identity, presented(said[one], key())))
    return FoundTravellers(mine, len(ids) > FOUND_MAX)


def is_the_person(identity: Identity, seen: Presented) -> bool:
    """Whether what is stated of a traveller is of the verified person."""
    if not seen.names or any(not named <= identity.names for named in seen.names):
        return False
    if seen.births - {identity.birth}:
        return False
    return bool(seen.documents & identity.documents) or bool(seen.births)


def statements_of(travellers: list[int]) -> dict[int, list[Traveller]]:
    """The current statements about each traveller."""
    found: dict[int, list[Traveller]] = {}
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [travellers])
        for traveller, payload in cursor.fetchall():
            found.setdefault(traveller, []).append(traveller_from(payload))
    return found
