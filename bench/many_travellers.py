"""A demonstration's day laid down again and again by COPY, until the database holds millions of travellers.

Every copy has legs, bookings, statements and travellers of its own, under keys that are shifted by a stride; messages,
with the bytes behind each segment, are the day's own. The first copies lie in the days to come and have hits that
wait; the later ones lie in the past and have none. A copy is one transaction: what was stopped goes on at the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import psycopg
from django.db import connection
from psycopg import sql

DAYS_AHEAD = 5
"""Copies with hits are spread over so many days to come, the others one by one over the days behind."""
PLACES = 1_000_000
"""More than the travellers of any message: a statement's place in its message is shifted by it."""
DAY = "to_char({0}::timestamp + %(days)s * interval '1 day', 'YYYY-MM-DD\"T\"HH24:MI')"
KEY = "regexp_replace(key, '$', '+' || %(copy)s)"


class Table(NamedTuple):
    """A table that is copied: which columns are keys of which table, and which are written otherwise."""

    name: str
    keys: dict[str, str]
    others: dict[str, str]
    with_hits: bool = False


LEG, BOOKING, TRAVELLER, HIT = "travellers_flightleg", "travellers_booking", "travellers_traveller", "hits_hit"
TABLES = (
    Table(LEG, {"id": LEG}, {"key": KEY, "departs": DAY.format("departs"), "arrives": DAY.format("arrives")}),
    Table("travellers_legevent", {"id": "travellers_legevent", "leg_id": LEG}, {}),
    Table(BOOKING, {"id": BOOKING, "leg_id": LEG}, {}),
    Table("travellers_bookingversion", {"id": "travellers_bookingversion", "booking_id": BOOKING}, {}),
    Table(TRAVELLER, {"id": TRAVELLER, "leg_id": LEG}, {}),
    Table(
        "travellers_travellerrecord",
        {"id": "travellers_travellerrecord", "booking_id": BOOKING, "leg_id": LEG, "traveller_id": TRAVELLER},
        {"position": f"position + %(copy)s * {PLACES}"},
    ),
    Table("travellers_recordjoin", {"id": "travellers_recordjoin", "leg_id": LEG, "traveller_id": TRAVELLER}, {}),
    Table(HIT, {"id": HIT, "leg_id": LEG, "traveller_id": TRAVELLER}, {}, with_hits=True),
    Table("hits_hitversion", {"id": "hits_hitversion", "hit_id": HIT}, {}, with_hits=True),
    Table(
        "review_review",
        {"hit_id": HIT, "leg_id": LEG},
        {
            "due": "due + %(days)s * interval '1 day'",
            "state": "'open'",
            "waiting": "true",
            "version": "0",
            "assignee": "NULL",
            "confirmed_by": "NULL",
            "earlier_id": "NULL",
        },
        with_hits=True,
    ),
)
"""In the order in which they refer to one another."""


def multiply(travellers: int, waiting: int) -> Iterator[tuple[int, int]]:
    """Copy the day until there are so many travellers and waiting hits; each copy is told as (its number, of how many).

    The day itself is copy 0. Nothing is done where the database holds as many already.
    """
    strides = _strides()
    people, hits = _count(TRAVELLER, strides[TRAVELLER]), _count("review_review", strides[HIT], "hit_id")
    copies = max(-(-travellers // people), -(-waiting // hits)) - 1
    with_hits = -(-waiting // hits)
    for copy in range(_done(strides[LEG]) + 1, copies + 1):
        days = copy % DAYS_AHEAD if copy < with_hits else with_hits - copy - 1
        _copy(copy, days, strides, with_hits=copy < with_hits)
        yield copy, copies
    _sequences()


def _strides() -> dict[str, int]:
    """By how much the keys of each table are shifted: the day's highest, kept in a table of the bench's own."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_stride (name text PRIMARY KEY, stride bigint)")
        cursor.execute("SELECT name, stride FROM bench_stride")
        known: dict[str, int] = dict(cursor.fetchall())
        for table in TABLES:
            if table.name not in known:
                key = next(iter(table.keys))
                cursor.execute(
                    sql.SQL("INSERT INTO bench_stride SELECT %s, max({}) FROM {} RETURNING stride").format(
                        sql.Identifier(key), sql.Identifier(table.name)
                    ),
                    [table.name],
                )
                known[table.name] = cursor.fetchone()[0]
    return known


def _count(table: str, stride: int, key: str = "id") -> int:
    statement = sql.SQL("SELECT count(*) FROM {} WHERE {} <= %s").format(sql.Identifier(table), sql.Identifier(key))
    with connection.cursor() as cursor:
        cursor.execute(statement, [stride])
        return int(cursor.fetchone()[0])


def _done(stride: int) -> int:
    """The number of the last copy that was finished."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT (max(id) - 1) / %s FROM {}").format(sql.Identifier(LEG)), [stride])
        return int(cursor.fetchone()[0])


def _copy(copy: int, days: int, strides: dict[str, int], *, with_hits: bool) -> None:
    """One copy of the day, in one transaction, out of the database and in again by a second connection."""
    told = {"copy": copy, "days": days}
    parameters = connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}
    with psycopg.connect(**parameters) as writing, writing.cursor() as into:
        # References point where those of the day point, shifted: they need not be looked up again.
        into.execute("SET session_replication_role = replica")
        into.execute("SET synchronous_commit = off")
        for table in TABLES:
            if with_hits or not table.with_hits:
                _copy_table(into, table, told, strides)


def _copy_table(
    into: psycopg.Cursor[tuple[object, ...]], table: Table, told: dict[str, int], strides: dict[str, int]
) -> None:
    columns = _columns(table.name)
    chosen = [_expression(table, column, strides) for column in columns]
    key = next(iter(table.keys))
    inner = f"SELECT {', '.join(chosen)} FROM {table.name} WHERE {key} <= {strides[table.keys[key]]}"  # noqa: S608
    inner = inner.replace("%(copy)s", str(told["copy"])).replace("%(days)s", str(told["days"]))
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    target = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(sql.Identifier(table.name), names)
    taking = f"COPY ({inner}) TO STDOUT (FORMAT BINARY)"
    with connection.cursor() as cursor, cursor.copy(taking) as out, into.copy(target) as copying:
        for block in out:
            copying.write(block)


def _expression(table: Table, column: str, strides: dict[str, int]) -> str:
    if column in table.others:
        return table.others[column]
    if column in table.keys:
        return f"{column} + %(copy)s::bigint * {strides[table.keys[column]]}"
    return column


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def _sequences() -> None:
    """Let the next rows of each table come behind the copies."""
    with connection.cursor() as cursor:
        for table in TABLES:
            if "id" in table.keys:
                name = sql.Identifier(table.name)
                cursor.execute(
                    sql.SQL("SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id)) FROM {}").format(name),
                    [table.name],
                )
        cursor.execute("ANALYZE")
