"""Many rows in one statement: COPY in, keys handed out in blocks, updates from arrays.

The stored rooms write through this on the hot path, so that a batch costs a handful of statements however many
travellers it holds. Table and column names come from the models, never from data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection
from django.db.models import Model
from psycopg import sql

from gatehouse.retention.undisturbed import PLACING_LOCK

Value = str | int | float | bool | bytes | list[int] | None
"""What COPY and the array updates carry; JSON travels as text, times as ISO 8601."""

STRIPE_SPACE = 0x6761_7473 << 32
"""The advisory locks ("gats") of those who share: each locks the stripes of what it touches."""
STRIPES = 4096
"""Few enough that the locks of any batch fit the server's lock table, many enough that strangers seldom meet."""


def copy_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Insert `rows` into the model's table by COPY, in the order given."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def insert_few(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Insert rows by INSERT, for the web's role too: row-level security knows no COPY."""
    if not rows:
        return
    row = sql.SQL("({})").format(sql.SQL(", ").join([sql.Placeholder()] * len(columns)))
    statement = sql.SQL("INSERT INTO {} ({}) VALUES {}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join([row] * len(rows)),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for row_values in rows for value in row_values])


def fresh_ids(model: type[Model], count: int) -> Iterator[int]:
    """`count` unused primary keys of the model, ascending. Those left over are never used: gaps say nothing."""
    if count < 1:
        return iter(())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return iter([row[0] for row in cursor.fetchall()])


def update_rows(model: type[Model], types: dict[str, str], rows: Sequence[Sequence[Value]]) -> None:
    """Set columns to `rows` in one statement. `types` gives each column's type; the first is the key `id`."""
    if not rows:
        return
    columns = list(types)
    arrays = sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(types[column])) for column in columns)
    statement = sql.SQL("UPDATE {} AS held SET {} FROM unnest({}) AS told ({}) WHERE held.id = told.id").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sql.SQL("{0} = told.{0}").format(sql.Identifier(column)) for column in columns[1:]),
        arrays,
        sql.SQL(", ").join(map(sql.Identifier, columns)),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(column) for column in zip(*rows, strict=True)])


@contextmanager
def only_one() -> Iterator[None]:
    """Wait until no other process places travellers, and keep others waiting. The lock ends with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [PLACING_LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [PLACING_LOCK])


def place_beside_others(touched: Iterable[int]) -> None:
    """Lock what a transaction touches, until its end, beside others that touch something else.

    To be called inside a transaction. Waits for those that touch the same, and for the holder of `only_one`.
    """
    stripes = sorted({key % STRIPES for key in touched})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [PLACING_LOCK])
        # In ascending order, so that two of them never wait for one another.
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s + stripe) FROM unnest(%s::bigint[]) AS touched (stripe)",
            [STRIPE_SPACE, stripes],
        )
