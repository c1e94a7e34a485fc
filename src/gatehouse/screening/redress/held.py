"""Everything that is held on a person, gathered inside an opened door: the JSON that they are given.

Shown: every statement about each of their journeys, their bookings, comparisons with lists, their requests, to whom
data was given, and who looked. Not shown, each with its reason: comparisons where the law profile gives access
through the supervisory authority only; what may be other people's in a booking of several; the sealed originals of
messages.
"""

from __future__ import annotations

from typing import Any

import orjson
from django.db import connection

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.screening.redress import disclosures
from gatehouse.screening.redress.finding import FoundTravellers
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.models import RedressRequest

ABOUT_MAX = 1_000
"""Entries of the log about one traveller that are told, at most."""
NOT_SAID = frozenset({"segments", "sources", "evidence", "segment", "travellers"})
"""Keys that say where something stood in a message, and not what."""
OTHERS_MAY_HAVE = frozenset({"contacts", "payments", "remarks", "history", "services", "other_services"})
JOURNEYS = """
SELECT t.id, l.carrier, l.number, l.suffix, l.origin, l.destination, l.departs, t.state FROM travellers_traveller t
JOIN travellers_flightleg l ON l.id = t.leg_id WHERE t.id = ANY(%s) ORDER BY l.departs, t.id
"""
STATEMENTS = """
SELECT r.traveller_id, r.source, x.received_at, m.type, r.superseded, r.booking_id, r.payload::text
FROM travellers_travellerrecord r JOIN intake_storedmessage m ON m.id = r.message_id
JOIN intake_transmission x ON x.id = m.transmission_id WHERE r.traveller_id = ANY(%s) ORDER BY r.traveller_id, r.id
"""
BOOKINGS = "SELECT booking_id, payload::text FROM travellers_bookingversion WHERE booking_id = ANY(%s) ORDER BY id"
HITS = "SELECT traveller_id, id, list, state, created_at FROM hits_hit WHERE traveller_id = ANY(%s) ORDER BY id"

Json = dict[str, Any]


def gathered(request: RedressRequest, verified: Verified, found: FoundTravellers, comparisons: bool) -> Json:
    """What is held. `comparisons` says whether the person may be told of comparisons with lists."""
    ids = list(found.ids)
    hits = _rows(HITS, ids)
    journeys = _journeys(ids, hits if comparisons else [])
    several = any(one.get("others_withheld") for journey in journeys for one in journey["bookings"])
    withheld = [*([] if comparisons else ["comparisons"]), *(["others"] if several else []), *(["raw"] if ids else [])]
    looked = [f"traveller:{one}" for one in ids] + ([f"hit:{row[1]}" for row in hits] if comparisons else [])
    return {
        "case": request.case,
        "person": {
            "names": verified.names,
            "birth_date": verified.birth_date,
            "documents": [list(one) for one in verified.documents],
        },
        "journeys": journeys,
        "requests": _requests(request),
        "disclosures": [
            {"recipient": one.recipient, "at": one.at.isoformat(timespec="minutes")} for one in disclosures.about(ids)
        ],
        "looked_at": [row for reference in looked for row in _looked(reference)],
        "withheld": withheld,
        "more": found.more,
    }


def count(held: Json) -> int:
    """How many records are told of."""
    return sum(1 + len(j["statements"]) + len(j["bookings"]) + len(j["comparisons"]) for j in held["journeys"])


def _journeys(ids: list[int], hits: list[tuple[Any, ...]]) -> list[Json]:
    said = _rows(STATEMENTS, ids)
    bookings: dict[int, list[Json]] = {}
    for booking, payload in _rows(BOOKINGS, [row[5] for row in said if row[5]]):
        bookings.setdefault(booking, []).append(_booking(orjson.loads(payload)))
    journeys = []
    for traveller, carrier, number, suffix, origin, destination, departs, state in _rows(JOURNEYS, ids):
        own = [row for row in said if row[0] == traveller]
        mine = dict.fromkeys(row[5] for row in own if row[5])
        journeys.append(
            {
                "flight": f"{carrier or '?'}{number or '?'}{suffix or ''} {origin or '?'}-{destination or '?'}",
                "departs": departs,
                "state": state,
                "statements": [_statement(row[1], row[2], row[3], row[4], row[6]) for row in own],
                "bookings": [version for booking in mine for version in bookings.get(booking, ())],
                "comparisons": [{"list": h[2], "state": h[3], "at": _at(h[4])} for h in hits if h[0] == traveller],
            }
        )
    return journeys


def _statement(source: str, received: Any, kind: str | None, superseded: bool, payload: str) -> Json:
    data = _said(orjson.loads(payload))
    return {"source": source, "type": kind, "received": _at(received), "superseded": superseded, "data": data}


def _booking(payload: Json) -> Json:
    if len(payload.get("travellers", ())) <= 1:
        said: Json = _said(payload)
        return said
    kept = {name: value for name, value in payload.items() if name not in OTHERS_MAY_HAVE}
    return {**_said(kept), "others_withheld": True}


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _said(item) for name, item in value.items() if name not in NOT_SAID}
    return [_said(item) for item in value] if isinstance(value, list) else value


def _requests(request: RedressRequest) -> list[Json]:
    number = request.requestperson.number
    one = {"case": request.case, "kind": request.kind, "received": request.received.isoformat(), "state": request.state}
    return [{**one, "outcome": request.outcome, "says": request.requestperson.says, "redress_number": number}]


def _looked(reference: str) -> list[Json]:
    told = []
    for number in log.numbers_about(reference, ABOUT_MAX):
        for _, leaf in log.leaves(number, number + 1):
            entry = decoded(leaf)
            at = entry.at.isoformat(timespec="minutes")
            told.append({"at": at, "act": entry.act, "role": entry.role, "purpose": entry.purpose, "entry": number})
    return told


def _at(moment: Any) -> str:
    return str(moment.isoformat(timespec="minutes"))


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [values])
        return list(cursor.fetchall())
