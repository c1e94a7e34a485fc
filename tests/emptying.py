"""Tables emptied between tests, the append-only ones too: what a hostile administrator would do."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction


def empty(tables: Iterable[str]) -> None:
    """Empty the tables and begin their numbers anew. Triggers are off meanwhile, and on again when it is done."""
    named = list(tables)
    guarded = [name for name in named if name.startswith("audit_")]
    with transaction.atomic(), connection.cursor() as cursor:
        for name in guarded:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {', '.join(named)} RESTART IDENTITY CASCADE")
        for name in guarded:
            for trigger in _triggers(name):
                cursor.execute(f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {trigger}")


def _triggers(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        return [name for (name,) in cursor.fetchall()]
