"""What an operator sees of jobs that were given up, and decides: try again, or leave it undone for a reason.

Nobody's data is here: a job is its kind and a number, a failure its class and place.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.work.errors import WorkError
from gatehouse.work.models import Trouble

REASON_CHARS_MAX = 500
EVERYTHING = Subject(SubjectClass.WORK, "store:work")
AGAIN = "SELECT procrastinate_retry_job_v2(%s, now(), NULL, NULL, NULL)"
IS_GIVEN_UP = "SELECT status = 'failed' FROM procrastinate_jobs WHERE id = %s FOR UPDATE"
COUNTS = """
SELECT task_name, status::text, count(*) FROM procrastinate_jobs job
WHERE NOT EXISTS (SELECT FROM work_trouble trouble WHERE trouble.job = job.id AND trouble.state = 'dismissed')
GROUP BY 1, 2
"""


class Count(NamedTuple):
    """How many jobs of a kind wait (also for another try), are being done, or were given up."""

    kind: str
    waiting: int
    doing: int
    given_up: int


class Seen(NamedTuple):
    """A job that failed: what it was, how often and where it failed, and what was decided."""

    job: int
    kind: str
    number: int | None
    tries: int
    says: str
    last_at: dt.datetime
    state: Trouble.State
    reason: str


def counts() -> list[Count]:
    """How many jobs of each kind there are, by kind; those that are done, or left undone, are not counted."""
    found: dict[str, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        for kind, status, count in cursor.fetchall():
            found.setdefault(kind, {})[status] = count
    return [
        Count(kind, by.get("todo", 0), by.get("doing", 0), by.get("failed", 0)) for kind, by in sorted(found.items())
    ]


def troubles(visit: Visit, state: Trouble.State, limit: int) -> list[Seen]:
    """Jobs with trouble of this state, that which failed last first; at most `limit`."""
    with opened(visit, Act.VIEW, EVERYTHING):
        return [_seen(one) for one in Trouble.objects.filter(state=state).order_by("-last_at", "-id")[:limit]]


def look(visit: Visit, job: int) -> Seen:
    """One job with trouble. WorkError where there is none of that number."""
    with opened(visit, Act.VIEW, Subject(SubjectClass.WORK, f"job:{job}")):
        return _seen(_found(job))


def retry(visit: Visit, job: int) -> None:
    """Have a job that was given up tried again, as often as the first time."""
    with opened(visit, Act.RETRY_WORK, Subject(SubjectClass.WORK, f"job:{job}")):
        _given_up(job)
        _decide(job, visit, Trouble.State.RETRYING, "", tries=0)
        with connection.cursor() as cursor:
            cursor.execute(AGAIN, [job])


def dismiss(visit: Visit, job: int, reason: str) -> None:
    """Leave a job undone that was given up. WorkError without a reason."""
    reason = reason.strip()
    if not reason or len(reason) > REASON_CHARS_MAX:
        raise WorkError(
            Saying("a job is left undone for a reason of at most %(count)s characters", count=REASON_CHARS_MAX),
            Saying("write why"),
        )
    with opened(visit, Act.DISMISS_WORK, Subject(SubjectClass.WORK, f"job:{job}")):
        _given_up(job)
        _decide(job, visit, Trouble.State.DISMISSED, reason)


def settle(kind: str, number: int, by: str, reason: str) -> None:
    """Leave a job about this number undone that was given up: something else took its place.

    In the caller's transaction, which has told the log.
    """
    given_up = Trouble.objects.filter(kind=kind, number=number, state=Trouble.State.GIVEN_UP)
    given_up.update(state=Trouble.State.DISMISSED, decided_by=by, decided_at=timezone.now(), reason=reason)


def _given_up(job: int) -> None:
    """Lock a job that was given up. WorkError for another, and for one that somebody decided."""
    trouble = Trouble.objects.select_for_update().filter(job=job).first()
    with connection.cursor() as cursor:
        cursor.execute(IS_GIVEN_UP, [job])
        row = cursor.fetchone()
    if trouble is None or row is None or not row[0] or trouble.state != Trouble.State.GIVEN_UP:
        raise WorkError(
            Saying("job %(job)s is none that was given up and waits for a decision", job=job),
            Saying("look at those that do"),
        )


def _decide(job: int, visit: Visit, state: Trouble.State, reason: str, **also: int) -> None:
    decided = {"decided_by": visit.actor.id, "decided_at": timezone.now(), "reason": reason}
    Trouble.objects.filter(job=job).update(state=state, **decided, **also)


def _found(job: int) -> Trouble:
    found = Trouble.objects.filter(job=job).first()
    if found is None:
        raise WorkError(Saying("no job %(job)s has failed", job=job), Saying("look at those that have"))
    return found


def _seen(one: Trouble) -> Seen:
    says = f"{one.error} at {one.place}" if one.place else one.error
    return Seen(one.job, one.kind, one.number, one.tries, says, one.last_at, Trouble.State(one.state), one.reason)
