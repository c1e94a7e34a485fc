"""Work is put down with what makes it due, once, with nothing but a number; and taken off with what has done it."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from gatehouse.work.models import Trouble
from gatehouse.work.putting import put, take_off, take_off_up_to, waiting_count

pytestmark = pytest.mark.usefixtures("database")


def _jobs() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT queue_name, task_name, lock, args FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def test_a_job_is_its_kind_and_a_number() -> None:
    put("read", 7)
    put("rescreen", 3)
    assert _jobs() == [
        ("messages", "read", None, '{"number": 7}'),
        ("upkeep", "rescreen", "rescreen", '{"number": 3}'),
    ]
    assert waiting_count(["read"]) == 1


def test_what_waits_is_not_put_down_twice_and_what_is_being_done_is() -> None:
    put("read", 7, 8)
    put("read", 8, 9)
    assert waiting_count(["read"]) == 3
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    put("read", 7)
    assert waiting_count(["read"]) == 4


def test_what_did_not_happen_puts_nothing_down() -> None:
    with transaction.atomic():
        put("read", 7)
        transaction.set_rollback(True)
    assert _jobs() == []


def test_a_kind_that_is_none_is_no_work() -> None:
    with pytest.raises(KeyError):
        put("tea", 1)


def test_what_is_done_otherwise_is_taken_off_unless_somebody_began_it() -> None:
    put("read", 7, 8, 9)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE args @> '{\"number\": 8}'")
    for number, state in ((7, "retrying"), (8, "dismissed"), (9, "retrying")):
        Trouble.objects.create(job=number, kind="read", number=number, state=state)
    take_off("read", [7, 8])
    assert set(Trouble.objects.values_list("number", flat=True)) == {8, 9}
    assert [args for *_, args in _jobs()] == ['{"number": 8}', '{"number": 9}']
    put("rescreen", 3, 4, 5)
    take_off_up_to("rescreen", 4)
    assert [args for _, kind, _, args in _jobs() if kind == "rescreen"] == ['{"number": 5}']
