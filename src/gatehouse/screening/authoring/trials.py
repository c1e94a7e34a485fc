"""Trials on history: asked for on a page, run by whoever works, one at a time for each, with how far it is on record.

A worker holds an advisory lock for as long as it runs a trial. One that dies lets go with its connection, and the next
takes the trial up anew; after `TAKES_MAX` times it has failed. What is written of a trial is the report in the
register, which locks the version, and an entry in the log (`criteria/trying_stored.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from gatehouse.records import RefusedError, Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.authoring.drafts import own
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.looked_through import FILE, Bench, LookedThrough, looked_through
from gatehouse.screening.authoring.models import Trial
from gatehouse.screening.authoring.outcomes import outcomes_of
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria.report import report
from gatehouse.screening.criteria.trial import Trial as Sums
from gatehouse.screening.criteria.trying_stored import journeys
from gatehouse.terms.saying import Saying, placed
from gatehouse.work.putting import put

LOCK = 0x6774_7274
"""The first half of the advisory locks of trials ("gttr"); the second is the trial's number."""
TAKES_MAX = 3
TRIALS = "criteria-trials"
"""The kind of work that runs them (work/kinds.csv)."""
TOLD_EVERY = 5_000
"""Journeys between two notes of how far a trial is."""
Found = Trial.State


def ask(visit: Visit, number: int, bench: Bench, month: str = "") -> int:
    """Send a draft to be tried, as it stands; the number of the trial.

    Raises `AuthoringError` where its check forbids the use, or where these very bytes wait to be tried already.
    """
    draft = own(visit, number)
    found = looked_through(draft.text, bench)
    if not found.may_be_tried or found.criterion is None:
        raise AuthoringError(
            _first_refusal(found), Saying("correct it first: to try what is forbidden would be to profile")
        )
    criterion = found.criterion
    with opened(visit, Act.CRITERIA_WRITE, subject_of(criterion)):
        same = Trial.objects.filter(identifier=criterion.identifier, version=criterion.version, ended_at=None)
        if same.exists():
            raise AuthoringError(Saying("a trial of %(name)s is not over", name=criterion.name), Saying("wait for it"))
        said = {"identifier": criterion.identifier, "version": criterion.version, "text": draft.text}
        made = Trial.objects.create(draft=draft, month=month, asked_by=visit.actor.id, **said)
        put(TRIALS, made.pk)
    return int(made.pk)


def _first_refusal(found: LookedThrough) -> Saying:
    fault = found.faults[0].fault
    return placed(fault.code, fault.text)


def subject_of(criterion: Criterion) -> Subject:
    """How the kernel and the log name a version."""
    return Subject(SubjectClass.CRITERION, f"criterion:{criterion.identifier}/{criterion.version}")


def run_waiting(register: Register) -> int:
    """Run every trial that waits or was left behind, oldest first; how many were run to their end."""
    numbers = Trial.objects.filter(ended_at=None).order_by("pk").values_list("pk", flat=True)
    return sum(run(register, number) for number in list(numbers))


def run(register: Register, number: int) -> bool:
    """Run one trial; false where another worker runs it, or it has ended."""
    with _only_runner(number) as is_mine:
        trial = Trial.objects.filter(pk=number, ended_at=None).first() if is_mine else None
        if trial is None:
            return False
        if trial.takes >= TAKES_MAX:
            _end(trial, fault=f"was begun {TAKES_MAX} times and never ended; see the workers' own messages")
            return True
        trial.takes += 1
        trial.state, trial.taken_at, trial.journeys = Found.RUNNING, timezone.now(), 0
        trial.save()
        _run(register, trial)
        return True


def _run(register: Register, trial: Trial) -> None:
    content = trial.text.encode()
    try:
        criterion = parse_criterion(content, FILE)
        sums = Sums(criterion, outcomes_of(criterion.identifier), _nobody)
        sums.add_all(_counted(trial))
        now = timezone.now()
        register.tried(content, report(sums, history_of(trial), now.date()), now)
    except (CriterionError, RefusedError) as fault:
        _end(trial, fault=str(fault))
        return
    _end(trial)


def history_of(trial: Trial) -> str:
    """What a report says that it was tried on."""
    return f"stored travellers, {trial.month or 'all'}"


def _counted(trial: Trial) -> Iterator[Journey]:
    for journey in journeys(trial.month, [(trial.identifier, trial.version)]):
        yield journey
        trial.journeys += 1
        if trial.journeys % TOLD_EVERY == 0:
            trial.save(update_fields=["journeys"])


def _nobody(_: Journey) -> None:
    """A trial that was asked for on a page lists nobody."""


def _end(trial: Trial, fault: str = "") -> None:
    trial.state, trial.fault = Found.FAILED if fault else Found.DONE, fault
    trial.ended_at = timezone.now()
    trial.save()


@contextmanager
def _only_runner(number: int) -> Iterator[bool]:
    """Whether this connection is the one that runs the trial; it lets go at the end, or when it dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, number])
        (is_mine,) = cursor.fetchone()
    try:
        yield is_mine
    finally:
        if is_mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, number])
