"""The log searched and counted, each time by an entry of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from gatehouse.audit.entry import Entry, decoded
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.question import OF_COLUMN, Question
from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.terms.saying import Saying

LOG = Subject(SubjectClass.LOG, "store:audit")
COUNTS = Subject(SubjectClass.COUNTS, "store:audit")
SHOWN_MAX = 10_000


class Numbered(NamedTuple):
    """An entry under its number, by which `gatehouse audit prove` proves it."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Use:
    """How often an act was done in a role for a purpose, and how it was decided."""

    purpose: str
    role: str
    act: str
    decision: str
    count: int


def search(visit: Visit, question: Question, limit: int) -> list[Numbered]:
    """The newest entries that the question asks for, in order. Raises `RefusedError`."""
    with opened(visit, Act.READ_LOG, LOG) as opening:
        found = _entries(question, min(limit, SHOWN_MAX))
        opening.note(Act.READ_LOG, LOG, {"shown": len(found)})
        return found


def uses(visit: Visit, question: Question) -> list[Use]:
    """What was done how often, by purpose, role, act and decision. Raises `RefusedError`.

    Counts are nobody's: `OversightError` where the question names who acted, or upon what.
    """
    if question.actor or question.subject:
        raise OversightError(Saying("counts name nobody"), Saying("search the log instead"))
    with opened(visit, Act.READ_COUNTS, COUNTS), connection.cursor() as cursor:
        conditions, values = question.conditions(OF_COLUMN)
        cursor.execute(
            f"SELECT purpose, role, act, decision, count(*) FROM audit_use{_where(conditions)} GROUP BY 1, 2, 3, 4"  # noqa: S608 (names are ours)
            " ORDER BY 5 DESC, 1, 2, 3, 4",
            values,
        )
        return [Use(*row) for row in cursor.fetchall()]


def _entries(question: Question, limit: int) -> list[Numbered]:
    conditions, values = question.conditions()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT number, body FROM audit_entry{_where(conditions)} ORDER BY number DESC LIMIT %s",  # noqa: S608
            [*values, limit],
        )
        return [Numbered(number, decoded(body.encode())) for number, body in reversed(cursor.fetchall())]


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
