"""A log in the database, and what a hostile administrator does to it behind the triggers' back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import connection, transaction

from gatehouse.audit import keeping, log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.key_files import Keys
from gatehouse.audit.signing import Note, PrivateKey
from gatehouse.audit.verify import Report, verified

LOG, OVERSEER = PrivateKey("test.example/audit", bytes(range(32))), PrivateKey("dpa.example", bytes(range(1, 33)))
KEYS = Keys((LOG.public(),), (OVERSEER.public(),))


def silent(_: int) -> None:
    """Tell nobody how far it is."""


def now() -> dt.datetime:
    """The clock, in whole seconds."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def entries(count: int, first: int = 0) -> list[Entry]:
    """Entries about travellers in turn."""
    usual = ("account:12", "analyst", "traveller.opened")
    return [
        Entry(*usual, f"traveller:{number}", "border-screening", Decision.ALLOWED, "rule", now())
        for number in range(first, first + count)
    ]


def grow(count: int, first: int = 0) -> None:
    """Record so many entries in a transaction."""
    with transaction.atomic():
        log.record(entries(count, first))


def sign() -> Note:
    """A checkpoint of the log as it stands."""
    return keeping.sign(LOG, KEYS, now(), silent)


def countersign(note: Note) -> Note:
    """The note countersigned and taken in."""
    both = note.signed_by(OVERSEER)
    keeping.take(both, KEYS)
    return both


def report(held: Sequence[str] = (), grace: dt.timedelta = dt.timedelta(days=7)) -> Report:
    """The log verified from the database, as the command does."""
    beginning = log.beginning()
    leaves = log.leaves(beginning.size, log.size())
    return verified(leaves, [*keeping.notes(), *held], KEYS, dt.datetime.now(dt.UTC), grace, beginning)


def codes(found: Report) -> list[str]:
    """What was found."""
    return [finding.code for finding in found.findings]


def behind_the_back(*statements: str) -> None:
    """Run statements as the owner of the tables may, with all triggers off, and leave everything as it looked."""
    tables = ("audit_entry", "audit_checkpoint", "audit_waiting", "audit_forgotten")
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)
        for table in tables:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
            for (trigger,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}")
