"""One try of a job: done, or failed and tried again later, or given up.

What a failure said is dropped here, before any log or table can have it: it may hold a value of somebody's.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import close_old_connections, transaction

from gatehouse.safeguards import wordless
from gatehouse.work import events
from gatehouse.work.kinds import Kind
from gatehouse.work.models import Trouble

PACKAGE = Path(__file__).parents[1]
CATCHING = frozenset({Path(__file__), Path(str(wordless.__file__))})
"""Modules that a failure only passes through on its way out."""
GONE = "WorkerGone"
"""The error of a try whose worker ended in the middle of it, without a word."""


class NotNowError(Exception):
    """The job goes back as it was, and it is no failure: it is tried again after `wait_seconds`."""

    def __init__(self, text: str, wait_seconds: float = 0) -> None:
        super().__init__(text)
        self.wait_seconds: float | None = wait_seconds


class FailedError(Exception):
    """A try failed. The text says by what and where. `wait_seconds` until the next one; None: there is none."""

    def __init__(self, text: str, wait_seconds: int | None) -> None:
        super().__init__(text)
        self.wait_seconds = wait_seconds


@dataclass(frozen=True, slots=True)
class Failure:
    """A try that failed: what it was about, its class and place, how many failed by now, and whether it is the last."""

    number: int
    says: str
    tries: int
    is_last: bool


def _nothing(failure: Failure) -> None:
    del failure


@dataclass(frozen=True, slots=True)
class Task:
    """How one kind of work is done: `act` on the number of what it is about (None by the clock).

    Done twice it must do once: a job is tried again whenever it is not known that it was done. `failed` is told of each
    try that failed, in the transaction that writes it down.
    """

    kind: Kind
    act: Callable[[int | None], None]
    failed: Callable[[Failure], None] = _nothing


def attempt(task: Task, job: int, number: int | None) -> None:
    """Do the job once. Raises `NotNowError`, or `FailedError` after the failure was written down."""
    close_old_connections()
    fault = wordless.fault_of(task.act, number, foreseen=(NotNowError,))
    if fault is None:
        Trouble.objects.filter(job=job).delete()
        return
    error, place = type(fault).__name__, place_of(fault)
    # Nothing of the fault goes on: a worker prints what the raised error came of.
    del fault
    close_old_connections()
    raise failed(task, job, number, error, place)


def failed(task: Task, job: int, number: int | None, error: str, place: str) -> FailedError:
    """Write down that a try of the job failed; what to raise for it."""
    with transaction.atomic():
        held, _made = Trouble.objects.select_for_update().get_or_create(
            job=job, defaults={"kind": task.kind.name, "number": number}
        )
        held.tries += 1
        held.error, held.place = error, place
        wait = task.kind.wait_seconds(held.tries)
        held.state = Trouble.State.RETRYING if wait is not None else Trouble.State.GIVEN_UP
        held.save()
        says = _says(error, place)
        if wait is None:
            events.given_up(job, held.tries)
        if number is not None:
            task.failed(Failure(number, says, held.tries, wait is None))
    return FailedError(says, wait)


def said_of(fault: BaseException) -> str:
    """What may be said of a failure: its class and its place."""
    return _says(type(fault).__name__, place_of(fault))


def _says(error: str, place: str) -> str:
    return f"{error} at {place}" if place else error


def place_of(fault: BaseException) -> str:
    """The innermost line of Gatehouse's own code that the failure came through, as `screening/flow.py:88`."""
    for frame in reversed(traceback.extract_tb(fault.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(PACKAGE) and path not in CATCHING:
            return f"{path.relative_to(PACKAGE).as_posix()}:{frame.lineno}"
    return ""
