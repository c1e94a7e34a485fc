"""Work is put down in the transaction that makes it due, and taken off again in the one that has done it already."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from gatehouse.work.kinds import kinds

PUT = """
INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args)
SELECT %s, %s, %s, %s || ':' || due.number, jsonb_build_object('number', due.number)
FROM unnest(%s::bigint[]) AS due (number)
ON CONFLICT (queueing_lock) WHERE status = 'todo' DO NOTHING
"""
TAKE_OFF = "DELETE FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = ANY(%s)"
NO_TROUBLE = "DELETE FROM work_trouble WHERE state = 'retrying' AND kind = %s AND number = ANY(%s)"
TAKE_OFF_UP_TO = """
DELETE FROM procrastinate_jobs WHERE status = 'todo' AND task_name = %s AND (args ->> 'number')::bigint <= %s
"""
WAITING = """
SELECT count(*) FROM procrastinate_jobs
WHERE task_name = ANY(%s) AND (status = 'doing' OR (status = 'todo' AND coalesce(scheduled_at, now()) <= now()))
"""


def put(kind: str, *numbers: int) -> None:
    """Put down work of this kind about each of the numbers; what waits already is not put down twice.

    A job holds the number and nothing else. KeyError for a kind that is none.
    """
    of = kinds()[kind]
    with connection.cursor() as cursor:
        cursor.execute(PUT, [of.queue, of.name, of.lock, of.name, list(numbers)])


def take_off(kind: str, numbers: Iterable[int]) -> None:
    """Take jobs off that nobody has begun: what they were for is done in this very transaction, and no trouble more."""
    about = list(numbers)
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OFF, [[f"{kind}:{number}" for number in about]])
        cursor.execute(NO_TROUBLE, [kind, about])


def take_off_up_to(kind: str, number: int) -> None:
    """Take off jobs that nobody has begun and that are about this number or a lower one."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OFF_UP_TO, [kind, number])


def waiting_count(of: Iterable[str]) -> int:
    """How many jobs of these kinds are being done or could be done now; those put off are not counted."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [list(of)])
        return int(cursor.fetchone()[0])
