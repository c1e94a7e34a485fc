"""The two sides of a hit as they are stored now: all current statements about the traveller, and the entry in force."""

from __future__ import annotations

from django.db import connection

from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.screening.watchlists.entry_json import from_object
from gatehouse.screening.watchlists.models import EntryVersion
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Traveller

STATEMENTS = """
SELECT payload::text FROM travellers_travellerrecord WHERE traveller_id = %s AND NOT superseded ORDER BY id
"""


def statements_about(traveller: int) -> list[Traveller]:
    """What the current statements say of a traveller."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [traveller])
        return [traveller_from(payload) for (payload,) in cursor.fetchall()]


def entry_in_force(list_name: str, entry_id: str) -> ListEntry | None:
    """The entry as its list says it now; None where the list is not stored or has dropped it."""
    standing = EntryVersion.objects.filter(watchlist__name=list_name, entry_id=entry_id, last_version=None)
    payload = standing.values_list("payload", flat=True).first()
    return from_object(payload) if payload else None
