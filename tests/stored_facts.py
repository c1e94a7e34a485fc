"""What two databases must agree on, without the keys that the order of work gives."""

from __future__ import annotations

from django.db import connection

from emptying import empty

FACTS = {
    "transmissions": "SELECT sha256, state, messages_done, error FROM intake_transmission",
    "messages": "SELECT t.sha256, m.index, m.state, m.travellers, m.findings::text FROM intake_storedmessage m"
    " JOIN intake_transmission t ON t.id = m.transmission_id",
    "series": "SELECT base, generation, parts::text, complete FROM intake_series",
    "legs": "SELECT key, state, departs, arrives FROM travellers_flightleg",
    "travellers": "SELECT l.key, t.state, t.surname, t.given_names, t.birth_date FROM travellers_traveller t"
    " JOIN travellers_flightleg l ON l.id = t.leg_id",
    "records": "SELECT r.key, r.position, r.kind, r.superseded, r.payload::text, t.surname, m.sha256"
    " FROM travellers_travellerrecord r JOIN travellers_traveller t ON t.id = r.traveller_id"
    " JOIN intake_storedmessage m ON m.id = r.message_id",
    "bookings": "SELECT key, state FROM travellers_booking",
    "versions": "SELECT b.key, v.superseded, v.payload::text FROM travellers_bookingversion v"
    " JOIN travellers_booking b ON b.id = v.booking_id",
    "joins": "SELECT api_key, pnr_key, evidence::text, conflicts::text FROM travellers_recordjoin",
    "hits": "SELECT h.list, h.entry_id, h.state, h.score, h.version, t.surname FROM hits_hit h"
    " JOIN travellers_traveller t ON t.id = h.traveller_id",
}


def stored_facts() -> dict[str, list[tuple[object, ...]]]:
    """The facts of the database as it stands."""
    found = {}
    with connection.cursor() as cursor:
        for name, question in FACTS.items():
            cursor.execute(question)
            found[name] = sorted(cursor.fetchall(), key=repr)
    return found


def emptied() -> None:
    """Empty every table of the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations'"
        )
        tables = [name for (name,) in cursor.fetchall()]
    empty(tables)
