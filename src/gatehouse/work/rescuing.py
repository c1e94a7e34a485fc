"""Jobs that a worker took and never ended, put back: it was killed, or its host is gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.db import connection, transaction

from gatehouse.work.trying import GONE, Task, failed

SILENT_SECONDS = 20
"""Without a sign of life for so long a worker is taken for gone. One that lives does nothing twice all the same."""
SILENT = """
SELECT job.id, job.task_name, (job.args ->> 'number')::bigint FROM procrastinate_jobs job
LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND (worker.id IS NULL OR worker.last_heartbeat < now() - make_interval(secs => %s))
FOR UPDATE OF job SKIP LOCKED
"""
ONE = """
SELECT id, task_name, (args ->> 'number')::bigint FROM procrastinate_jobs
WHERE id = %s AND status = 'doing' FOR UPDATE
"""
PUT_BACK = "SELECT procrastinate_retry_job_v1(%s, now() + make_interval(secs => %s), NULL, NULL, NULL)"
GIVE_UP = "SELECT procrastinate_finish_job_v1(%s, 'failed', false)"


class Left(NamedTuple):
    """A job that nobody does any more."""

    job: int
    kind: str
    number: int | None


def of_silent_workers(tasks: Mapping[str, Task]) -> int:
    """Put back what silent workers had taken, as far as it is of these kinds; how many jobs."""
    return _put_back(SILENT, [SILENT_SECONDS], tasks)


def of_dead_worker(job: int, tasks: Mapping[str, Task]) -> int:
    """Put back at once the job that a worker had in hand when it was seen to die."""
    return _put_back(ONE, [job], tasks)


def _put_back(statement: str, values: list[int], tasks: Mapping[str, Task]) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        left = [found for found in map(Left._make, cursor.fetchall()) if found.kind in tasks]
        for one in left:
            wait = failed(tasks[one.kind], one.job, one.number, GONE, "").wait_seconds
            cursor.execute(*((PUT_BACK, [one.job, wait]) if wait is not None else (GIVE_UP, [one.job])))
    return len(left)
