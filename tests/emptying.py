"""Tables emptied between tests, the append-only ones too: what a hostile administrator would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection, transaction


def empty(tables: Iterable[str]) -> None:
    """Empty the tables that a test has written to and begin their numbers anew.

    Triggers are off meanwhile, and on again when it is done. Tables nobody touched are left: to make a hundred files
    anew takes longer than most tests.
    """
    named = _touched(sorted(set(tables)))
    if not named:
        return
    guarded = [name for name in named if name.startswith("audit_")]
    with transaction.atomic(), connection.cursor() as cursor:
        for name in guarded:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {', '.join(named)} RESTART IDENTITY CASCADE")
        for name in guarded:
            for trigger in _triggers(name):
                cursor.execute(f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {trigger}")


def _touched(tables: Sequence[str]) -> list[str]:
    """Tables that hold rows, or whose numbers have begun."""
    holding = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in tables)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{holding} UNION SELECT owner.relname FROM pg_sequences s "
            "JOIN pg_class number ON number.oid = format('%%I.%%I', s.schemaname, s.sequencename)::regclass "
            "JOIN pg_depend d ON d.objid = number.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') "
            "JOIN pg_class owner ON owner.oid = d.refobjid "
            "WHERE s.last_value IS NOT NULL AND owner.relname = ANY(%s)",
            [list(tables)],
        )
        return [name for (name,) in cursor.fetchall()]


def _triggers(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        return [name for (name,) in cursor.fetchall()]
