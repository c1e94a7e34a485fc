"""Measure the clocks: synthetic travellers masked, then erased, on the embedded PostgreSQL.

Makes travellers by COPY (one statement each, a booking for every second), then runs `retention.running.run` as of a day
on which all are to be masked, and as of one on which all are to be erased. Prints travellers per second, peak memory of
this process, entries of the log and the size of the vault. `--keep FOLDER` keeps the database: a bench that is killed
goes on where it was, because a run does.
`--step erase` erases them as they came, without masking first.
Usage: python bench/retention.py [--travellers N] [--keep FOLDER] [--step mask|erase]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.settings import migrate, setup

if TYPE_CHECKING:
    from gatehouse.retention.steps import Tally

ON_A_FLIGHT = 170
FLIGHTS_A_DAY = 1_000
FIRST_DAY = dt.date(2025, 1, 1)
IDENTITY = ("0" * 64, "demo")
LOOK_SECONDS = 5.0
WANTED = 5_000_000


def main() -> None:
    """Make, mask, erase, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--travellers", type=int, default=WANTED)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--step", choices=("mask", "erase"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        os.environ[HOME_VARIABLE] = str(given.keep or f"{folder}/home")
        setup()
        migrate()
        _made(given.travellers)
        _put_law_in_force()
        last = FIRST_DAY + dt.timedelta(days=given.travellers // (ON_A_FLIGHT * FLIGHTS_A_DAY) + 1)
        if given.step != "erase":
            _measured("mask", last + dt.timedelta(days=200))
            _sizes()
        if given.step != "mask":
            _measured("erase", last + dt.timedelta(days=366 * 6))


def _put_law_in_force() -> None:
    """The demonstration's law, by which what matched nothing is masked at six months and erased at five years."""
    from gatehouse.app.law import Law, Mode
    from gatehouse.records.law import put_in_force
    from gatehouse.safeguards.profile_reading import read_profile
    from gatehouse.safeguards.shipped import shipped

    text = shipped("demo").replace(b'unmatched_erase_after = "P6M"', b'unmatched_erase_after = "P5Y"')
    text = text.replace(b'counted_from = "transfer"', b'counted_from = "departure"')
    put_in_force(Law(Mode.DEMO, read_profile(text)))


def _made(travellers: int) -> None:
    """Fill the tables by COPY, unless they are filled."""
    from django.db import connection, transaction

    from gatehouse.screening.travellers.models import Traveller

    if Traveller.objects.exists():
        print("going on with what is there")
        return
    began = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(MESSAGE)
        for table, columns, rows in (
            ("travellers_flightleg", "id, key, carrier, number, departs, identified, state, received_at", _legs),
            ("travellers_traveller", "id, leg_id, state, role, surname, given_names, birth_date", _people),
            ("travellers_booking", "id, leg_id, key, locator, state, push", _bookings),
            ("travellers_bookingversion", "booking_id, message_id, payload, superseded", _versions),
            ("travellers_travellerrecord", RECORD_COLUMNS, _records),
        ):
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows(travellers):
                    copy.write_row(row)
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, 2 * travellers])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{'made':<12}{travellers:>12,} travellers in {time.perf_counter() - began:,.0f} s", flush=True)


MESSAGE = """
INSERT INTO intake_transmission (id, sha256, name, channel, size, received_at, state, messages_done, error)
VALUES (1, repeat('0', 64), 'bench', 'file', 0, now(), 'screened', 1, '');
INSERT INTO intake_storedmessage
    (id, transmission_id, index, begin, "end", sha256, state, travellers, findings, list_state)
VALUES (1, 1, 0, 0, 0, repeat('0', 64), 'screened', 0, '[]', 0)
"""
RECORD_COLUMNS = (
    "id, traveller_id, leg_id, booking_id, message_id, position, source, kind, key, push, superseded, payload,"
    " first_segment, last_segment"
)


def _leg_of(traveller: int) -> int:
    return (traveller - 1) // ON_A_FLIGHT + 1


def _legs(travellers: int) -> Iterator[tuple[object, ...]]:
    for leg in range(1, _leg_of(travellers) + 1):
        day = FIRST_DAY + dt.timedelta(days=leg // FLIGHTS_A_DAY)
        yield leg, f"ZZ|{leg}", "ZZ", str(leg % 9999), f"{day}T08:30", True, "closed", f"{day}T00:00:00Z"


def _people(travellers: int) -> Iterator[tuple[object, ...]]:
    for one in range(1, travellers + 1):
        yield one, _leg_of(one), "boarded", "passenger", f"FICTIVA{one}", "ANNA MARIA", "1980-01-01"


def _bookings(travellers: int) -> Iterator[tuple[object, ...]]:
    for one in range(2, travellers + 1, 2):
        yield one, _leg_of(one), f"ZZ|L{one}|?", f"L{one}", "active", "m1"


def _versions(travellers: int) -> Iterator[tuple[object, ...]]:
    for one in range(2, travellers + 1, 2):
        said = {
            "locator": f"L{one}",
            "contacts": [{"kind": "email", "value": f"fictiva{one}@example.org"}],
            "payments": [{"kind": "CC", "account": "1111", "holder": f"FICTIVA{one}"}],
            "remarks": [{"kind": "osi", "text": "a remark of some length that stands in a booking"}],
        }
        yield one, 1, orjson.dumps(said).decode(), False


def _records(travellers: int) -> Iterator[tuple[object, ...]]:
    for one in range(1, travellers + 1):
        said = {
            "role": "passenger",
            "surname": f"FICTIVA{one}",
            "given_names": "ANNA MARIA",
            "sex": "F",
            "birth_date": "1980-01-01",
            "nationalities": ["UTO"],
            "documents": [
                {"type": "P", "number": f"X{one:08d}", "issuer": "UTO", "expires": "2030-01-01", "segment": 9}
            ],
            "sources": {"surname": 5, "given_names": 5, "sex": 6, "birth_date": 7, "nationalities": 8},
            "segments": [5, 10],
        }
        source = "pnr" if one % 2 == 0 else "api"
        booking = one if one % 2 == 0 else None
        key = f"{source}:{one}"
        yield (
            one, one, _leg_of(one), booking, 1, one, source, "statement", key, "m1", False,
            orjson.dumps(said).decode(), 5, 10,
        )  # fmt: skip


def _measured(name: str, as_of: dt.date) -> None:
    from gatehouse.retention.running import run

    began = last = time.perf_counter()

    def look(tally: Tally) -> None:
        nonlocal last
        if time.perf_counter() - last > LOOK_SECONDS:
            last = time.perf_counter()
            done = tally.masked + tally.erased
            print(f"  {tally.doing:<10}{done:>12,} after {last - began:7.0f} s, {_peak():,} MB", flush=True)

    _, tally = run(as_of, IDENTITY, lambda: None, look)
    seconds = time.perf_counter() - began
    done = tally.masked + tally.erased
    rate = done / seconds
    print(f"{name:<12}{done:>12,} travellers in {seconds:,.1f} s: {rate:,.0f}/s; peak memory {_peak():,} MB")
    print(f"{'':<12}at this rate {WANTED:,} take {WANTED / max(rate, 1) / 60:,.0f} minutes", flush=True)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _sizes() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), pg_total_relation_size('retention_vaultitem') >> 20 FROM retention_vaultitem")
        items, size = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM audit_entry")
        (entries,) = cursor.fetchone()
    print(f"{'vault':<12}{items:>12,} items, {size:,} MB; {entries:,} entries of the log", flush=True)


if __name__ == "__main__":
    main()
