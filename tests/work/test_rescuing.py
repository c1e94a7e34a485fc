"""A job whose worker ended in the middle of it is put back, and given up when that is all its worker ever does."""

from __future__ import annotations

import pytest
from django.db import connection

from gatehouse.work import rescuing
from gatehouse.work.kinds import kinds
from gatehouse.work.models import Trouble
from gatehouse.work.putting import put
from gatehouse.work.trying import GONE, Task

pytestmark = pytest.mark.usefixtures("database")

TASKS = {"read": Task(kinds()["read"], lambda _: None)}
BEGIN = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s)) RETURNING id"
TAKE = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE status = 'todo' RETURNING id"
STATUS = "SELECT status::text, scheduled_at > now() FROM procrastinate_jobs WHERE id = %s"


def _asked(statement: str, *values: object) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def _taken(silent_seconds: int) -> int:
    """A job in the hand of a worker that gave no sign for so long."""
    put("read", 7)
    (worker,) = _asked(BEGIN, silent_seconds)
    return int(_asked(TAKE, worker)[0])


def test_what_a_silent_worker_had_is_put_back_after_a_wait() -> None:
    job = _taken(rescuing.SILENT_SECONDS + 60)
    assert rescuing.of_silent_workers(TASKS) == 1
    assert _asked(STATUS, job) == ("todo", True)
    trouble = Trouble.objects.get()
    assert (trouble.job, trouble.error, trouble.tries) == (job, GONE, 1)
    assert rescuing.of_silent_workers(TASKS) == 0


def test_what_a_living_worker_has_is_left_to_it() -> None:
    job = _taken(0)
    assert rescuing.of_silent_workers(TASKS) == 0
    assert rescuing.of_silent_workers({}) == 0
    assert _asked(STATUS, job)[0] == "doing"


def test_kinds_that_are_done_elsewhere_are_left_to_whoever_does_them() -> None:
    job = _taken(rescuing.SILENT_SECONDS + 60)
    assert rescuing.of_silent_workers({}) == 0
    assert _asked(STATUS, job)[0] == "doing"


def test_what_kills_its_worker_each_time_is_given_up() -> None:
    job = _taken(0)
    for _ in range(kinds()["read"].tries_max):
        _asked("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s RETURNING id", job)
        assert rescuing.of_dead_worker(job, TASKS) == 1
    assert _asked(STATUS, job)[0] == "failed"
    assert Trouble.objects.get().state == "given-up"
    assert rescuing.of_dead_worker(job, TASKS) == 0
