"""Everything that is held on a person, gathered inside an opened door: the JSON that they are given.

Shown: every statement about each of their journeys, the masked as they were before (`sealed`), their bookings,
comparisons with lists, their requests, to whom data was given, who looked, and what other rooms hold (`retention.told`:
decisions, cases, holds, border checks). Not shown, each with its reason: comparisons and what followed from them where
the law profile gives access through the supervisory authority only; what may be other people's in a booking of several;
the sealed originals of messages; the masked, where nobody looked for them in the vault. `access.csv` says of every
table with personal data which of these it is; a test holds it to what rooms declare.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, NamedTuple

import orjson
from django.db import connection

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.retention import told
from gatehouse.screening.redress import disclosures
from gatehouse.screening.redress.finding import is_the_person, key
from gatehouse.screening.redress.identity import Verified, identity_of, presented
from gatehouse.screening.redress.models import RedressRequest, RequestAttachment, RequestPerson
from gatehouse.terms.traveller import Document, Role, Traveller

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
SELECT r.traveller_id, r.source, x.received_at, m.type, r.superseded, r.booking_id, r.payload::text, r.id
FROM travellers_travellerrecord r JOIN intake_storedmessage m ON m.id = r.message_id
JOIN intake_transmission x ON x.id = m.transmission_id WHERE r.traveller_id = ANY(%s) ORDER BY r.traveller_id, r.id
"""
BOOKINGS = "SELECT booking_id, payload::text, id FROM travellers_bookingversion WHERE booking_id = ANY(%s) ORDER BY id"
HITS = "SELECT traveller_id, id, list, state, created_at, score FROM hits_hit WHERE traveller_id = ANY(%s) ORDER BY id"
RECORD, BOOKING = "travellers.TravellerRecord", "travellers.BookingVersion"
OF_COMPARISONS = frozenset({"decision", "case-of", "hold", "border-check"})
"""What follows from a comparison, and is told where that may be told."""

Json = dict[str, Any]
Sealed = Mapping[tuple[str, int], Json]
"""Cells of rows, by table and row, as they were before masking."""
NOTHING_SEALED: Sealed = {}


class Holding(NamedTuple):
    """The travellers who are the person and what masking removed of them. `more`: there were more than are looked at.

    `searched` says whether the vault was gone through.
    """

    ids: tuple[int, ...]
    more: bool = False
    sealed: Sealed = NOTHING_SEALED
    searched: bool = True


def places() -> dict[str, str]:
    """Of every table with personal data, where in the export it is, or why not (`access.csv`)."""
    text = (resources.files(__package__) / "access.csv").read_text(encoding="utf-8")
    return {row["table"]: row["where"] for row in csv.DictReader(text.splitlines())}


def gathered(request: RedressRequest, verified: Verified, found: Holding, comparisons: bool) -> Json:
    """What is held. `comparisons` says whether the person may be told of comparisons with lists."""
    ids = list(found.ids)
    hits = _rows(HITS, ids)
    journeys = _journeys(ids, hits if comparisons else [], found.sealed)
    several = any(one.get("others_withheld") for journey in journeys for one in journey["bookings"])
    absent = {"comparisons": not comparisons, "others": several, "raw": bool(ids), "masked": not found.searched}
    withheld = [why for why, is_so in absent.items() if is_so]
    looked = [f"traveller:{one}" for one in ids] + ([f"hit:{row[1]}" for row in hits] if comparisons else [])
    return {
        "case": request.case,
        "person": {
            "names": verified.names,
            "birth_date": verified.birth_date,
            "documents": [list(one) for one in verified.documents],
        },
        "journeys": journeys,
        "requests": _requests(request, verified),
        "held": _held(found.ids, verified, comparisons),
        "disclosures": [
            {"recipient": one.recipient, "at": one.at.isoformat(timespec="minutes")} for one in disclosures.about(ids)
        ],
        "looked_at": [row for reference in looked for row in _looked(reference)],
        "withheld": withheld,
        "more": found.more,
    }


def count(held: Json) -> int:
    """How many records are told of."""
    journeys = sum(1 + len(j["statements"]) + len(j["bookings"]) + len(j["comparisons"]) for j in held["journeys"])
    return journeys + len(held["held"])


def _held(ids: tuple[int, ...], verified: Verified, comparisons: bool) -> list[Json]:
    """What rooms hold beside, in order of what it is about."""
    identity = identity_of(verified, key())
    asked = told.Asked(ids, lambda seen: is_the_person(identity, presented([seen], key())))
    answers = sorted(told.told_of(asked), key=lambda one: one.about)
    return [{"about": one.about, **one.values} for one in answers if comparisons or one.about not in OF_COMPARISONS]


def _journeys(ids: list[int], hits: list[tuple[Any, ...]], sealed: Sealed) -> list[Json]:
    said = [_unmasked(row, sealed) for row in _rows(STATEMENTS, ids)]
    bookings: dict[int, list[Json]] = {}
    for booking, payload, number in _rows(BOOKINGS, [row[5] for row in said if row[5]]):
        before = sealed.get((BOOKING, number), {}).get("payload")
        bookings.setdefault(booking, []).append(_booking(before or orjson.loads(payload)))
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
                "comparisons": [
                    {"list": h[2], "state": h[3], "at": _at(h[4]), "score": f"{h[5]:.2f}"}
                    for h in hits
                    if h[0] == traveller
                ],
            }
        )
    return journeys


def _unmasked(row: tuple[Any, ...], sealed: Sealed) -> tuple[Any, ...]:
    """A statement with booking and payload as they were before masking."""
    before = sealed.get((RECORD, row[7]), {})
    return (*row[:5], before.get("booking") or row[5], before.get("payload") or orjson.loads(row[6]))


def _statement(source: str, received: Any, kind: str | None, superseded: bool, payload: Json) -> Json:
    data = _said(payload)
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


def _requests(asking: RedressRequest, verified: Verified) -> list[Json]:
    """This request, and earlier ones whose verified person is the same."""
    earlier = RequestPerson.objects.filter(birth_date=verified.birth_date).exclude(request=asking)
    theirs = [one for one in earlier.select_related("request").order_by("pk") if _is_same(one, verified)]
    return [_request(one) for one in (*theirs, asking.requestperson)]


def _is_same(person: RequestPerson, verified: Verified) -> bool:
    documents = tuple(Document(None, number, issuer) for number, issuer in person.documents)
    seen = Traveller(Role.PASSENGER, surname=person.names, birth_date=person.birth_date, documents=documents)
    return is_the_person(identity_of(verified, key()), presented([seen], key()))


def _request(person: RequestPerson) -> Json:
    request = person.request
    return {
        "case": request.case,
        "kind": request.kind,
        "received": request.received.isoformat(),
        "state": request.state,
        "outcome": request.outcome,
        "says": person.says,
        "stated_name": person.stated_name,
        "address": [*person.address, *([person.contact] if person.contact else [])],
        "reason": person.reason,
        "redress_number": person.number,
        "files": RequestAttachment.objects.filter(request=request).count(),
    }


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


def _rows(statement: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(values)])
        return list(cursor.fetchall())
