"""An operator decides what was given up, once; what is tried again is tried as often as at first."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import connection, connections

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.work import deciding, keeps
from gatehouse.work.errors import WorkError
from gatehouse.work.kinds import Kind, Queue, kinds
from gatehouse.work.models import Trouble
from gatehouse.work.putting import put
from gatehouse.work.serving import Post, serve
from gatehouse.work.trying import Task
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")

OPERATOR = Visit(Actor("operator:7", Role.OPERATOR), "upkeep")
State = Trouble.State


def _serve_until(enough: int, fails: bool) -> list[int | None]:
    """Do jobs until so many tries were made; what was tried."""
    tried: list[int | None] = []

    def act(number: int | None) -> None:
        tried.append(number)
        connections.close_all()
        if fails:
            raise LookupError("nobody's name")

    post = Post(threading.Event(), lambda _: None, lambda: len(tried) >= enough)
    serve(Queue.MESSAGES, {"read": Task(kinds()["read"], act)}, post)
    return tried


@pytest.fixture
def given_up(monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of a job that was given up after two tries."""
    monkeypatch.setattr(Kind, "wait_seconds", lambda _, tries: 0 if tries < 2 else None)
    put("read", 7)
    assert _serve_until(2, fails=True) == [7, 7]
    (one,) = deciding.troubles(OPERATOR, State.GIVEN_UP, 10)
    assert (one.kind, one.number, one.tries, one.says) == ("read", 7, 2, "LookupError")
    return one.job


def test_what_is_tried_again_and_done_is_no_trouble_any_more(given_up: int) -> None:
    assert [tuple(count) for count in deciding.counts()] == [("read", 0, 0, 1)]
    deciding.retry(OPERATOR, given_up)
    assert _serve_until(1, fails=False) == [7]
    assert deciding.counts() == []
    assert not Trouble.objects.exists()


def test_what_fails_again_is_tried_as_often_as_at_first(given_up: int) -> None:
    deciding.retry(OPERATOR, given_up)
    assert _serve_until(2, fails=True) == [7, 7]
    assert deciding.look(OPERATOR, given_up).state is State.GIVEN_UP


def test_what_is_left_undone_is_decided(given_up: int) -> None:
    with pytest.raises(WorkError):
        deciding.dismiss(OPERATOR, given_up, " ")
    deciding.dismiss(OPERATOR, given_up, "sent anew")
    seen = deciding.look(OPERATOR, given_up)
    assert (seen.state, seen.reason) == (State.DISMISSED, "sent anew")
    assert deciding.counts() == []
    for again in (lambda: deciding.retry(OPERATOR, given_up), lambda: deciding.dismiss(OPERATOR, given_up, "x")):
        with pytest.raises(WorkError):
            again()


def test_only_operators_decide(given_up: int) -> None:
    analyst = Visit(Actor("account:7", Role.ANALYST), "screening")
    with pytest.raises(RefusedError):
        deciding.retry(analyst, given_up)
    with pytest.raises(RefusedError):
        deciding.troubles(analyst, State.GIVEN_UP, 10)
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs WHERE id = %s", [given_up])
        assert cursor.fetchone() == ("failed",)


def test_a_job_that_never_failed_is_none_to_decide() -> None:
    with pytest.raises(WorkError):
        deciding.look(OPERATOR, 99)


def test_what_was_left_undone_leaves_on_its_clock_and_the_log_keeps_it(given_up: int) -> None:
    deciding.dismiss(OPERATOR, given_up, "the carrier sent it anew")
    decided = Trouble.objects.get().decided_at
    assert decided is not None
    assert keeps.erase_before(decided.date() - dt.timedelta(days=1)) == {}
    assert keeps.erase_before(decided.date()) == {"procrastinate.ProcrastinateJob": 1, "work.Trouble": 1}
    assert not Trouble.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)
    assert len(entries("work.dismissed")) == 1


def test_what_waits_for_a_decision_stays_however_old(given_up: int) -> None:
    Trouble.objects.update(decided_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert keeps.erase_before(dt.date(2026, 1, 1)) == {}
    assert Trouble.objects.get().job == given_up
