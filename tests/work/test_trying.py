"""A try that fails is written down by class and place, never by what it said; after the last one it is given up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.work.kinds import Kind, Queue
from gatehouse.work.models import Trouble
from gatehouse.work.trying import FailedError, Failure, NotNowError, Task, attempt, said_of
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")

KIND = Kind("read", Queue.MESSAGES, 2, 5, None, "a thing is done")


def _task(act: Callable[[int | None], None], told: list[Failure] | None = None) -> Task:
    return Task(KIND, act, (told if told is not None else []).append)


def _fails(number: int | None) -> None:
    del number
    from gatehouse.screening.watchlists.listing import may_be_child

    may_be_child(None, "Amina Fiktivova")


def test_what_is_done_leaves_nothing() -> None:
    done: list[int | None] = []
    attempt(_task(done.append), 1, 7)
    assert done == [7]
    assert not Trouble.objects.exists()


def test_what_fails_is_known_by_class_and_place_and_waits() -> None:
    told: list[Failure] = []
    with pytest.raises(FailedError) as failed:
        attempt(_task(_fails, told), 1, 7)
    assert failed.value.wait_seconds == 5
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__ or failed.value.__context__ is None
    trouble = Trouble.objects.get()
    assert (trouble.job, trouble.number, trouble.tries, trouble.state) == (1, 7, 1, "retrying")
    assert trouble.place.startswith("screening/watchlists/listing.py:")
    assert "Amina" not in str(vars(trouble)) + str(failed.value)
    assert [(one.number, one.tries, one.is_last) for one in told] == [(7, 1, False)]
    assert entries("work.exhausted") == []


def test_after_the_last_try_it_is_given_up_and_the_log_is_told() -> None:
    told: list[Failure] = []
    for wait in (5, None):
        with pytest.raises(FailedError) as failed:
            attempt(_task(_fails, told), 1, 7)
        assert failed.value.wait_seconds == wait
    assert Trouble.objects.get().state == "given-up"
    assert told[-1].is_last
    (entry,) = entries("work.exhausted")
    assert (entry.actor, entry.subject, dict(entry.details)) == ("machine:work", "job:1", {"tries": 2})


def test_what_is_done_at_last_is_no_trouble_any_more() -> None:
    with pytest.raises(FailedError):
        attempt(_task(_fails), 1, 7)
    attempt(_task(lambda _: None), 1, 7)
    assert not Trouble.objects.exists()


def test_what_is_put_off_has_not_failed() -> None:
    def not_now(_: int | None) -> None:
        raise NotNowError("the law says no", 60)

    with pytest.raises(NotNowError) as put_off:
        attempt(_task(not_now), 1, None)
    assert put_off.value.wait_seconds == 60
    assert not Trouble.objects.exists()


def test_a_failure_outside_the_house_has_no_place() -> None:
    assert said_of(ValueError("1970-01-01")) == "ValueError"
