"""A worker of procrastinate does each job once, tries again what failed, and leaves when it is told to."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from gatehouse.work.kinds import Kind, Queue, kinds
from gatehouse.work.models import Trouble
from gatehouse.work.putting import put
from gatehouse.work.serving import Post, serve
from gatehouse.work.trying import Task

pytestmark = pytest.mark.usefixtures("database")


class _Hand:
    """What a worker did, and when it is enough."""

    def __init__(self, enough: int, fails: int = 0) -> None:
        self.done: list[int | None] = []
        self.took: list[int | None] = []
        self.tries = 0
        self._enough, self._fails = enough, fails
        self.post = Post(threading.Event(), self.took.append, lambda: len(self.done) >= self._enough)

    def act(self, number: int | None) -> None:
        """Fail as often as was asked for, then do it."""
        self.tries += 1
        try:
            if self.tries <= self._fails:
                raise LookupError("a value that must not be told")
            self.done.append(number)
        finally:
            connections.close_all()


def _jobs() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, status::text FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def test_each_job_is_done_once_in_order_and_is_gone() -> None:
    put("read", 5, 6, 7)
    hand = _Hand(enough=3)
    serve(Queue.MESSAGES, {"read": Task(kinds()["read"], hand.act)}, hand.post)
    assert hand.done == [5, 6, 7]
    assert len(hand.took) == 6
    assert _jobs() == []


def test_what_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(Kind, "wait_seconds", lambda *_: 0)
    put("read", 5)
    hand = _Hand(enough=1, fails=2)
    serve(Queue.MESSAGES, {"read": Task(kinds()["read"], hand.act)}, hand.post)
    assert (hand.done, hand.tries) == ([5], 3)
    assert not Trouble.objects.exists()
    assert "must not be told" not in caplog.text


def test_what_fails_each_time_is_given_up(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(Kind, "wait_seconds", lambda _, tries: 0 if tries < 3 else None)
    put("read", 5, 6)
    hand = _Hand(enough=1, fails=3)
    serve(Queue.MESSAGES, {"read": Task(kinds()["read"], hand.act)}, hand.post)
    assert hand.tries == 4
    assert [status for _, status in _jobs()] == ["failed"]
    assert Trouble.objects.get(state="given-up").error == "LookupError"
    assert "must not be told" not in caplog.text


def test_the_clock_puts_down_what_it_missed_once() -> None:
    hand = _Hand(enough=1)
    tasks = {"retention": Task(kinds()["retention"], hand.act)}
    serve(Queue.UPKEEP, tasks, hand.post, by_the_clock=True)
    assert hand.done == [None]
    other = _Hand(enough=1)
    put("retention", 1)
    serve(Queue.UPKEEP, {"retention": Task(kinds()["retention"], other.act)}, other.post, by_the_clock=True)
    assert other.done == [1], "the same tick puts nothing down again"
    assert _jobs() == []


def test_told_to_leave_it_takes_nothing_up() -> None:
    put("read", 5)
    hand = _Hand(enough=9)
    hand.post.leaving.set()
    serve(Queue.MESSAGES, {"read": Task(kinds()["read"], hand.act)}, hand.post)
    assert hand.done == []
    assert _jobs() == [("read", "todo")]
