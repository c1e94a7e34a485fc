"""Flights loaded for a batch, and what placing changed written back: one statement for each table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson
from django.db import connection
from django.db.models import Model

from gatehouse.screening.bulk import Value, copy_rows, fresh_ids, update_rows
from gatehouse.screening.stored_text import storable
from gatehouse.screening.travellers import states
from gatehouse.screening.travellers.held import HeldBooking, HeldPerson, HeldRecord, Roster
from gatehouse.screening.travellers.keys import LegKey
from gatehouse.screening.travellers.ledger import Ledger, NewRecord
from gatehouse.screening.travellers.models import (
    Booking,
    BookingVersion,
    FlightLeg,
    LegEvent,
    RecordJoin,
    Traveller,
    TravellerRecord,
)
from gatehouse.screening.travellers.payload import to_json

LEG_COLUMNS = (
    "id", "key", "carrier", "number", "suffix", "origin", "destination", "departs", "arrives", "identified", "state"
)  # fmt: skip
PERSON_COLUMNS = ("id", "leg_id", "state", "role", "surname", "given_names", "birth_date")
BOOKING_COLUMNS = ("id", "leg_id", "key", "locator", "state", "push", "sent")
RECORD_COLUMNS = (
    "id", "traveller_id", "leg_id", "booking_id", "message_id", "position", "source", "kind", "key", "push", "sent",
    "superseded", "payload", "first_segment", "last_segment",
)  # fmt: skip


def ledger(travellers: int, bookings: int) -> Ledger:
    """An empty ledger with keys for at most so many new travellers (each with a record) and bookings."""
    return Ledger(
        fresh_ids(Traveller, travellers), fresh_ids(TravellerRecord, travellers), fresh_ids(Booking, bookings)
    )


def load(legs: Iterable[LegKey]) -> dict[str, Roster]:
    """The roster of each leg, by its key: what is stored of it, or an empty new one."""
    wanted = {leg.text: leg for leg in legs}
    rosters = {roster.leg.text: roster for roster in _stored_legs(list(wanted))}
    ids = fresh_ids(FlightLeg, len(wanted) - len(rosters))
    by_id = {roster.id: roster for roster in rosters.values()}
    for text, leg in wanted.items():
        if text not in rosters:
            rosters[text] = Roster(next(ids), leg, states.SCHEDULED, is_new=True)
        else:
            _complete(rosters[text], leg)
    if by_id:
        _load_people(by_id)
    return rosters


def _complete(roster: Roster, told: LegKey) -> None:
    """Fill in what earlier messages did not say of the leg; a full time replaces a bare date.

    A time that differs is no completion: only a change of the flight moves it (`placing`).
    """
    held = roster.leg
    completed = held._replace(
        destination=held.destination or told.destination,
        departs=_fuller(held.departs, told.departs),
        arrives=_fuller(held.arrives, told.arrives),
    )
    if completed != held:
        roster.leg, roster.is_changed = completed, True


def _fuller(held: str | None, told: str | None) -> str | None:
    """`told` where it only adds a time of day to what is held, else what is held."""
    return told if told and told.startswith(held or "") else held


def _stored_legs(keys: list[str]) -> Iterator[Roster]:
    for row in _rows(FlightLeg, LEG_COLUMNS, "key", keys):
        key, state = row[0], row[-1]
        yield Roster(key, LegKey(*row[1:-1]), state)


def _load_people(rosters: dict[int, Roster]) -> None:
    """Fill the rosters with their persons, bookings and current statements."""
    legs = list(rosters)
    bookings: dict[int, HeldBooking] = {}
    for id_, leg, *rest in _rows(Booking, BOOKING_COLUMNS, "leg_id", legs):
        bookings[id_] = rosters[leg].bookings[rest[0]] = HeldBooking(id_, *rest)
    for id_, leg, *rest in _rows(Traveller, PERSON_COLUMNS, "leg_id", legs):
        rosters[leg].persons[id_] = HeldPerson(id_, *rest)
    columns = ("id", "traveller_id", "leg_id", "booking_id", "source", "key", "push", "sent", "payload::text")
    for id_, person, leg, booking, source, key, push, sent, stored in _rows(
        TravellerRecord, columns, "NOT superseded AND leg_id", legs
    ):
        roster = rosters[leg]
        held = bookings.get(booking)
        roster.records[key] = HeldRecord(id_, key, source, roster.persons[person], held, push, sent, stored=stored)


Row = tuple[Any, ...]


def _rows(model: type[Model], columns: Sequence[str], where: str, values: list[int] | list[str]) -> list[Row]:
    """Rows of a table whose column `where` is one of `values`, ordered by id. Names in the SQL are ours, never data."""
    statement = f"SELECT {', '.join(columns)} FROM {model._meta.db_table} WHERE {where} = ANY(%s) ORDER BY id"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [values])
        rows: list[Row] = cursor.fetchall()
    return rows


def save(rosters: Iterable[Roster], made: Ledger) -> None:
    """Write the ledger and everything marked in the rosters. To be called inside a transaction."""
    rosters = list(rosters)
    _save_legs(rosters)
    _save_bookings(rosters, made)
    _save_people(rosters)
    _save_records(made)
    _save_joins(made)


def _save_legs(rosters: list[Roster]) -> None:
    copy_rows(
        FlightLeg,
        LEG_COLUMNS,
        [(r.id, *r.leg, r.state) for r in rosters if r.is_new],
    )
    update_rows(
        FlightLeg,
        {"id": "bigint", "destination": "text", "departs": "text", "arrives": "text", "state": "text"},
        [
            (r.id, r.leg.destination, r.leg.departs, r.leg.arrives, r.state)
            for r in rosters
            if r.is_changed and not r.is_new
        ],
    )


def _save_people(rosters: list[Roster]) -> None:
    people = [(r.id, person) for r in rosters for person in r.persons.values() if person.is_new or person.is_changed]
    copy_rows(Traveller, PERSON_COLUMNS, [(p.id, leg, p.state, p.role, *_shown(p)) for leg, p in people if p.is_new])
    types = dict.fromkeys(("state", "role", "surname", "given_names", "birth_date"), "text")
    update_rows(
        Traveller, {"id": "bigint", **types}, [(p.id, p.state, p.role, *_shown(p)) for _, p in people if not p.is_new]
    )


def _save_bookings(rosters: list[Roster], made: Ledger) -> None:
    held = [(r.id, booking) for r in rosters for booking in r.bookings.values()]
    copy_rows(
        Booking,
        BOOKING_COLUMNS,
        [(b.id, leg, b.key, storable(b.locator), b.state, b.push, b.sent) for leg, b in held if b.is_new],
    )
    changed = [b for _, b in held if b.is_changed and not b.is_new]
    update_rows(
        Booking,
        {"id": "bigint", "state": "text", "push": "text", "sent": "text"},
        [(b.id, b.state, b.push, b.sent) for b in changed],
    )
    renewed = [version.booking.id for version in made.versions if not version.superseded]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE travellers_bookingversion SET superseded = true WHERE booking_id = ANY(%s) AND NOT superseded",
            [renewed],
        )
    last = {version.booking.id: place for place, version in enumerate(made.versions) if not version.superseded}
    copy_rows(
        BookingVersion,
        ("booking_id", "message_id", "payload", "superseded"),
        [(v.booking.id, v.message, to_json(v.said), last.get(v.booking.id) != n) for n, v in enumerate(made.versions)],
    )


def _save_records(made: Ledger) -> None:
    gone = set(made.superseded)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE travellers_travellerrecord SET superseded = true WHERE id = ANY(%s)", [made.superseded])
    copy_rows(TravellerRecord, RECORD_COLUMNS, [_record_row(new, new.record.id in gone) for new in made.records])
    copy_rows(LegEvent, ("leg_id", "message_id", "event", "state"), made.events)


def _record_row(new: NewRecord, is_gone: bool) -> tuple[Value, ...]:
    record, said = new.record, new.said
    booking = record.booking.id if record.booking else None
    return (
        record.id, record.person.id, new.leg_id, booking, new.message, new.position,
        record.source, new.kind, record.key, record.push, record.sent, new.superseded or is_gone,
        to_json(said), *said.segments,
    )  # fmt: skip


def _save_joins(made: Ledger) -> None:
    copy_rows(
        RecordJoin,
        ("leg_id", "traveller_id", "message_id", "api_key", "pnr_key", "evidence", "conflicts"),
        [
            (j.leg_id, j.person.id, j.message, j.api_key, j.pnr_key, _list(j.join.evidence), _list(j.join.conflicts))
            for j in made.joins
        ],
    )


def _shown(person: HeldPerson) -> tuple[str | None, str | None, str | None]:
    return storable(person.surname), storable(person.given_names), person.birth_date


def _list(words: tuple[str, ...]) -> str:
    return orjson.dumps(words).decode()
