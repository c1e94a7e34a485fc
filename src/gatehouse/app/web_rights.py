"""The second wall: what the web process's database role may do with each table, written into the database.

`web_rights.csv` has a row for every table. `apply` gives the role exactly that: no right on a table that has no row,
and on one with a door a row-level policy that shows nothing until `records` told the log (`records_is_open`), and of
the tables of `web_rows.csv` no other rows than those of the thing that it was told of. `web_changes.csv` has the rows
that may be changed for one act upon their owner only, by a second policy that must hold as well (`records_told`). It is
done again only when a file or the set of tables changed.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from importlib import resources
from typing import NamedTuple

from django.db import Error, connection, transaction
from django.db.backends.utils import CursorWrapper

from gatehouse.records import WEB_ROLE

NO_DOOR = "-"
POLICY = "gatehouse_door"
CHANGE = "gatehouse_change"
FUNCTIONS = (
    "records_enter(text, text), records_is_open(text[]), records_told(text, text),"
    " records_is_open_whole(text[]), records_things(text, text)"
)

ROLE_EXISTS = "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)"
MAY_MAKE_ROLES = "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
TABLES = """
SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
ORDER BY c.relname
"""
VIEWS = """
SELECT c.relname FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = current_schema()::regnamespace
ORDER BY c.relname
"""
DEFINERS = """
SELECT p.oid::regprocedure::text, quote_ident(current_schema()) FROM pg_proc p
WHERE p.prosecdef AND p.pronamespace = current_schema()::regnamespace ORDER BY 1
"""
APPLIED = "SELECT obj_description('records_is_open(text[])'::regprocedure)"


class Right(NamedTuple):
    """What the role may do with a table, and the classes that open it (none: nobody's data is in it)."""

    table: str
    rights: tuple[str, ...]
    door: tuple[str, ...]


class Change(NamedTuple):
    """Columns that the role may change in the rows of whom the log was told of an act; `owner` is that one's column."""

    table: str
    columns: tuple[str, ...]
    act: str
    kind: str
    owner: str


class Rows(NamedTuple):
    """Which rows of a table a ticket opens that is for one thing of a class: a condition, of the things' numbers."""

    table: str
    door: str
    kind: str
    rows: str

    @property
    def condition(self) -> str:
        """The condition in SQL. The numbers are asked for once for each query."""
        things = f"(SELECT records_things('{self.door}', '{self.kind}'))::bigint[]"
        return f"({self.rows.format(things=things)})"


def rights() -> list[Right]:
    """Every row of the file. ValueError for a right that is none."""
    rows = _rows("web_rights.csv")
    found = [
        Right(row["table"], tuple(row["rights"].split()), () if row["door"] == NO_DOOR else tuple(row["door"].split()))
        for row in rows
    ]
    if unknown := {right for row in found for right in row.rights} - {"select", "insert", "update", "delete"}:
        raise ValueError(f"web_rights.csv: {', '.join(sorted(unknown))} is no right")
    return found


def web_changes() -> list[Change]:
    """Every row of the file of changes."""
    told = _rows("web_changes.csv")
    return [Change(row["table"], tuple(row["columns"].split()), row["act"], row["kind"], row["owner"]) for row in told]


def web_rows() -> list[Rows]:
    """Every row of the file of rows."""
    return [Rows(row["table"], row["class"], row["kind"], row["rows"]) for row in _rows("web_rows.csv")]


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def apply() -> bool:
    """Give the role what the file says; whether the role is there. Where it cannot be made, nothing is done.

    A database administrator makes it with `CREATE ROLE gatehouse_web LOGIN`; the next command then gives it its rights.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if not _has_role(cursor):
            return False
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        cursor.execute(VIEWS)
        # A view shows its owner's columns to whoever may read it: it has no door, and none of them may be of a person.
        views = [name for (name,) in cursor.fetchall()]
        known = [row for row in rights() if row.table in tables or row.table in views]
        changed = [row for row in web_changes() if row.table in tables]
        narrow = web_rows()
        cursor.execute(DEFINERS)
        definers = cursor.fetchall()
        mark = hashlib.sha256(repr((tables, views, known, changed, narrow, definers)).encode()).hexdigest()
        cursor.execute(APPLIED)
        if cursor.fetchone()[0] == mark:
            return True
        _close(cursor, tables)
        for function, schema in definers:
            # Whoever calls it may have made temporary tables of our names; unless told, PostgreSQL looks there first.
            cursor.execute(f"ALTER FUNCTION {function} SET search_path = {schema}, pg_temp")
        for row in known:
            _open(cursor, row, [one for one in narrow if one.table == row.table])
        for change in changed:
            _open_for(cursor, change)
        cursor.execute(f"GRANT EXECUTE ON FUNCTION {FUNCTIONS} TO {WEB_ROLE}")
        cursor.execute(f"COMMENT ON FUNCTION records_is_open(text[]) IS '{mark}'")
    return True


def _has_role(cursor: CursorWrapper) -> bool:
    """Whether the role is there; it is made where we may. Two clusters' first commands at once make it once."""
    cursor.execute(ROLE_EXISTS, [WEB_ROLE])
    if cursor.fetchone()[0]:
        return True
    cursor.execute(MAY_MAKE_ROLES)
    if not cursor.fetchone()[0]:
        return False
    try:
        with transaction.atomic():
            cursor.execute(f"CREATE ROLE {WEB_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT")
    except Error:
        # Another database of the same server made it meanwhile, which is as good.
        cursor.execute(ROLE_EXISTS, [WEB_ROLE])
        return bool(cursor.fetchone()[0])
    return True


def _close(cursor: CursorWrapper, tables: Sequence[str]) -> None:
    """Take every right away, and every policy of ours off."""
    cursor.execute(f"GRANT USAGE ON SCHEMA public TO {WEB_ROLE}")
    cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {WEB_ROLE}, PUBLIC")
    cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {WEB_ROLE}, PUBLIC")
    for table in tables:
        for policy in (POLICY, CHANGE):
            cursor.execute(f'DROP POLICY IF EXISTS {policy} ON "{table}"')
        cursor.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')


def _open(cursor: CursorWrapper, row: Right, narrow: Sequence[Rows]) -> None:
    """Give the role what the row says. The policy's subselect is asked once for each query, not for each row."""
    cursor.execute(f'GRANT {", ".join(row.rights)} ON "{row.table}" TO {WEB_ROLE}')
    if "insert" in row.rights:
        cursor.execute(
            "SELECT found.name FROM pg_attribute a, pg_get_serial_sequence(%s, a.attname) AS found (name)"
            " WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped AND found.name IS NOT NULL",
            [row.table, row.table],
        )
        for (sequence,) in cursor.fetchall():
            cursor.execute(f"GRANT USAGE ON SEQUENCE {sequence} TO {WEB_ROLE}")
    if row.door:
        check = _check(row.door, narrow)
        cursor.execute(f'ALTER TABLE "{row.table}" ENABLE ROW LEVEL SECURITY')
        cursor.execute(f'CREATE POLICY {POLICY} ON "{row.table}" TO {WEB_ROLE} USING {check} WITH CHECK {check}')


def _check(door: Sequence[str], narrow: Sequence[Rows]) -> str:
    """Whether a row is open: its class is, as a whole, or the row is of the thing that the log was told of."""
    by_thing = {one.door for one in narrow}
    ways = [_asked("records_is_open", [name for name in door if name not in by_thing])]
    ways += [_asked("records_is_open_whole", sorted(by_thing)), *(one.condition for one in narrow)]
    return f"({' OR '.join(filter(None, ways))})"


def _asked(function: str, classes: Sequence[str]) -> str:
    named = ", ".join(f"'{name}'" for name in classes)
    return f"(SELECT {function}(ARRAY[{named}]::text[]))" if classes else ""


def _open_for(cursor: CursorWrapper, change: Change) -> None:
    """Let the role change rows of whom the log was told. It holds beside the policy of the door, which opens more."""
    columns = ", ".join(f'"{name}"' for name in change.columns)
    cursor.execute(f'GRANT UPDATE ({columns}) ON "{change.table}" TO {WEB_ROLE}')
    mine = f"\"{change.owner}\" = ANY ((SELECT records_told('{change.act}', '{change.kind}'))::bigint[])"
    cursor.execute(
        f'CREATE POLICY {CHANGE} ON "{change.table}" AS RESTRICTIVE FOR UPDATE TO {WEB_ROLE}'
        f" USING ({mine}) WITH CHECK ({mine})"
    )
