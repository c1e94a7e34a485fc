"""A snapshot of counts: taken once for a period that is over, made fit for the public, and frozen.

What is kept is only what may be shown, so that the small numbers are nowhere to be leaked from. Periods do not overlap:
two reports of overlapping people could be subtracted from each other.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import orjson
from django.db import connection

from gatehouse.measures.small_cells import K
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.models import Snapshot
from gatehouse.oversight.publishing import published
from gatehouse.records import Visit, opened
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.terms.saying import Saying

VERSION = 1
TAKING_LOCK = 0x6761_746F
"""The advisory lock ("gato") of the one who takes a snapshot. The web's role may lock no table."""
COUNTS = Subject(SubjectClass.COUNTS, "store:oversight")


class Table(NamedTuple):
    """A table of the report: whether its rows are people, and the query that counts them."""

    code: str
    of_people: bool
    sql: str


class Frozen(NamedTuple):
    """A snapshot: its number, hash, the day it was taken, and what its text says."""

    id: int
    sha256: str
    taken: dt.date
    body: dict[str, Any]


@lru_cache(maxsize=1)
def tables() -> tuple[Table, ...]:
    """The tables of the report, in order."""
    text = (resources.files(__package__) / "tables.csv").read_text(encoding="utf-8")
    return tuple(Table(row["table"], row["people"] == "yes", row["sql"]) for row in csv.DictReader(text.splitlines()))


def take(visit: Visit, begins: dt.date, ends: dt.date, today: dt.date) -> Frozen:
    """Count and freeze the days from `begins` to `ends`, both included. Raises `OversightError`, `RefusedError`."""
    if begins > ends or ends >= today:
        raise OversightError(
            Saying("a period is reported when it is over"), Saying("give its first and last day, both past")
        )
    with opened(visit, Act.READ_COUNTS, COUNTS):
        with connection.cursor() as cursor:
            # One after the other: two snapshots taken at once must see each other's period.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TAKING_LOCK])
        if Snapshot.objects.filter(begins__lte=ends, ends__gte=begins).exists():
            raise OversightError(
                Saying("a snapshot of some of these days was taken before"), Saying("report the days after it")
            )
        text = orjson.dumps(_body(begins, ends), option=orjson.OPT_SORT_KEYS)
        made = Snapshot.objects.create(
            begins=begins,
            ends=ends,
            body=text.decode(),
            sha256=hashlib.sha256(text).hexdigest(),
            taken_by=visit.actor.id,
        )
        return _frozen(made)


def snapshot(visit: Visit, number: int) -> Frozen:
    """A snapshot as it was taken. Raises `OversightError` where it is none, or not as it was frozen; `RefusedError`."""
    with opened(visit, Act.EXPORT, Subject(SubjectClass.COUNTS, f"report:{number}")):
        kept = Snapshot.objects.filter(pk=number).first()
        if kept is None:
            raise OversightError(
                Saying("there is no such snapshot"), Saying("take one with `gatehouse oversight snapshot`")
            )
        if hashlib.sha256(kept.body.encode()).hexdigest() != kept.sha256:
            raise OversightError(Saying("the snapshot is not as it was frozen"), Saying("restore it from a backup"))
        return _frozen(kept)


def _frozen(kept: Snapshot) -> Frozen:
    return Frozen(kept.pk, kept.sha256, kept.taken_at.date(), orjson.loads(kept.body))


def _body(begins: dt.date, ends: dt.date) -> dict[str, Any]:
    profile = law().profile
    return {
        "v": VERSION,
        "k": K,
        "begins": begins.isoformat(),
        "ends": ends.isoformat(),
        "profile": profile.profile.name,
        "profile_version": profile.profile.version,
        "law": profile.profile.law,
        "tables": [published(one.code, _counted(one, begins, ends), one.of_people)._asdict() for one in tables()],
    }


def _counted(table: Table, begins: dt.date, ends: dt.date) -> dict[str, int]:
    after = ends + dt.timedelta(days=1)
    # Entries write their time in UTC as text, which sorts as time does.
    values: dict[str, Any] = {"begins": begins, "ends": after, "from": begins.isoformat(), "to": after.isoformat()}
    with connection.cursor() as cursor:
        cursor.execute(table.sql, values)
        return {str(name): int(count) for name, count in cursor.fetchall()}
