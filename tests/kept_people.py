"""Fictitious people on flights, stored as the flow stores them, with a word in every place that must not survive."""

from __future__ import annotations

import datetime as dt
import io
import itertools

from django.db import connection
from django.utils import timezone

from gatehouse.app.law import Law, Mode
from gatehouse.records.law import put_in_force
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.profile_reading import read_profile
from gatehouse.safeguards.shipped import shipped
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import StoredMessage, Transmission
from gatehouse.screening.travellers.models import (
    Booking,
    BookingVersion,
    FlightLeg,
    RecordJoin,
    Traveller,
    TravellerRecord,
)

AS_OF = dt.date(2026, 11, 30)
IDENTITY = ("0" * 64, "demo")
LONG = shipped("demo").replace(b'unmatched_erase_after = "P6M"', b'unmatched_erase_after = "P5Y"')
"""The demonstration profile, but what matched nothing is masked at six months and erased at five years."""
_numbers = itertools.count(1)


def law_of(text: bytes = LONG, counted_from: str = "departure") -> Profile:
    """Put a profile in force and return it."""
    profile = read_profile(text.replace(b'counted_from = "transfer"', f'counted_from = "{counted_from}"'.encode()))
    put_in_force(Law(Mode.DEMO, profile))
    return profile


def flight(day: str, received: str | None = None) -> FlightLeg:
    """A flight that departs on a day, first told of two days before or on another day."""
    turn = next(_numbers)
    leg = FlightLeg.objects.create(
        key=f"ZZ|{turn}||CDG|{day}", carrier="ZZ", number=str(turn), departs=f"{day}T08:30", identified=True, state="s"
    )
    told = received or str(dt.date.fromisoformat(day) - dt.timedelta(days=2))
    FlightLeg.objects.filter(id=leg.id).update(received_at=f"{told}T12:00:00Z")
    leg.refresh_from_db()
    return leg


def message(day: str, text: str) -> StoredMessage:
    """A message in a file of its own, received on a day, whose bytes hold a text."""
    turn = next(_numbers)
    file = Transmission.objects.create(
        sha256=f"{turn:064x}", name=f"{text}.edi", channel="file", size=len(text), state="screened"
    )
    from gatehouse.retention import data_keys

    content.store(file.id, io.BytesIO(text.encode()), data_keys.of_receipt_day(dt.date.fromisoformat(day)))
    Transmission.objects.filter(id=file.id).update(received_at=f"{day}T12:00:00Z")
    findings = [{"severity": "warning", "code": "x", "segment": 3, "text": f"about {text}"}]
    return StoredMessage.objects.create(
        transmission=file,
        index=0,
        begin=0,
        end=len(text),
        sha256=f"{turn:064x}",
        state="screened",
        travellers=1,
        findings=findings,
    )


def person(leg: FlightLeg, word: str, *, hit: str | None = None) -> Traveller:
    """A traveller of whom API and PNR speak, in a booking; `word` is in every value. `hit` is the state of one."""
    received = leg.received_at.date().isoformat()
    told = message(received, word)
    who = Traveller.objects.create(
        leg=leg, state="expected", role="passenger", surname=word, given_names=f"Ann{word}", birth_date="1980-01-01"
    )
    booking = Booking.objects.create(leg=leg, key=f"ZZ|{next(_numbers)}", locator="ABC234", state="active", push="m1")
    said = {"role": "passenger", "surname": word, "given_names": f"Ann{word}", "locator": "ABC234", "segments": [1, 4]}
    said["documents"] = [{"type": "P", "number": f"X{word}"}]
    said["contacts"] = [{"kind": "email", "value": f"{word}@example.org"}]
    said["seats"] = [{"number": "12A"}]
    said["unheard_of"] = word
    records = {}
    for position, source in enumerate(("api", "pnr")):
        records[source] = TravellerRecord.objects.create(
            traveller=who, leg=leg, booking=booking if source == "pnr" else None, message=told, position=position,
            source=source, kind="statement", key=f"{source}:{word}", push="m1", superseded=False, payload=said,
            first_segment=1, last_segment=4,
        )  # fmt: skip
    BookingVersion.objects.create(
        booking=booking,
        message=told,
        superseded=False,
        payload={
            "locator": "ABC234",
            "payments": [{"kind": "CC", "holder": word}],
            "remarks": [{"kind": "osi", "text": word}],
            "tickets": [{"number": "1230000000001"}],
            "travellers": [0],
        },
    )
    RecordJoin.objects.create(
        leg=leg, traveller=who, message=told, api_key=f"api:{word}", pnr_key=f"pnr:{word}", evidence=["name"],
        conflicts=[],
    )  # fmt: skip
    if hit:
        _hit(who, told, word, hit)
    return who


def _hit(who: Traveller, told: StoredMessage, word: str, state: str) -> None:
    reasons = [{"feature": "name", "traveller": word, "entry": "LISTED", "outcome": "same", "weight": 3.0, "how": word}]
    made = Hit.objects.create(
        traveller=who, leg=who.leg, list="TEST", entry_id="E1", entry_name="LISTED", state=state, score=0.9,
        explanation=reasons, source="api", engine="e", first_message=told, last_message=told, version=1,
    )  # fmt: skip
    HitVersion.objects.create(
        hit=made, version=1, state=state, score=0.9, explanation=reasons, engine="e", message=told, at=timezone.now()
    )


def everything_stored() -> str:
    """Every cell of every table, as one text."""
    told: list[str] = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT * FROM {table}")
            for row in cursor.fetchall():
                told += [
                    bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else str(cell) for cell in row
                ]
    return "\n".join(told)
