"""The door: ask the kernel, tell the log, open; all in one transaction, and a refusal in one of its own.

with opened(visit, Act.VIEW, subject(SubjectClass.HIT, "hit:12")) as opening:
    ...                                   # read here, and take the values along: outside there is nothing to read
    opening.also(Act.OPEN_CASE, …)        # another act in the same transaction
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.records.entries import entry_of
from gatehouse.records.errors import RecordsError, RefusedError
from gatehouse.records.visit import Visit
from gatehouse.safeguards.decision import Allow, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act

NO_DETAILS: Mapping[str, int | str] = {}
TICKET = "SELECT records_enter(%s, %s)"

_WITHIN: ContextVar[bool] = ContextVar("within an opened door", default=False)


class Opening:
    """What a visit was allowed so far, in the transaction that is open."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.allowed: list[Allow] = []

    def also(self, act: Act, subject: Subject, details: Mapping[str, int | str] = NO_DETAILS) -> Allow:
        """Ask for an act, tell the log and open for it. Raises `RefusedError`, which undoes the whole transaction.

        `details` are counts and references that audit/acts.csv lets the entry have.
        """
        now = timezone.now()
        answer = may(self.visit.actor, act, subject, self.visit.purpose, self.visit.context(now))
        if not isinstance(answer, Allow):
            raise RefusedError(answer)
        entry = entry_of(answer, now, details)
        with connection.cursor() as cursor:
            cursor.execute(TICKET, [subject.kind.value, entry.encoded().decode("ascii")])
        self.allowed.append(answer)
        return answer

    def note(self, act: Act, subject: Subject, details: Mapping[str, int | str]) -> None:
        """Tell the log what came of an act that was allowed here already, as how many were shown."""
        answer = next((one for one in self.allowed if (one.asked.act, one.asked.subject) == (act, subject)), None)
        if answer is None:
            raise RecordsError("an act is told of that was not allowed here", "call `also` first")
        log.record([entry_of(answer, timezone.now(), details)])


@contextmanager
def opened(
    visit: Visit, act: Act, subject: Subject, details: Mapping[str, int | str] = NO_DETAILS
) -> Iterator[Opening]:
    """A transaction in which the act may be done; what is read in it has to be taken along.

    Raises `RefusedError` after the refusal is in the log, and `RecordsError` inside another transaction: a refusal
    that is undone with it would leave no trace. Inside an opened door use `Opening.also`.
    """
    if connection.in_atomic_block or _WITHIN.get():
        raise RecordsError("a door is opened inside another transaction", "use `Opening.also`, or open it outside")
    token = _WITHIN.set(True)
    try:
        with transaction.atomic(durable=True):
            opening = Opening(visit)
            opening.also(act, subject, details)
            yield opening
    except RefusedError as refused:
        with transaction.atomic(durable=True):
            log.record([entry_of(refused.answer, timezone.now(), NO_DETAILS)])
        raise
    finally:
        _WITHIN.reset(token)
