"""Trials: asked for, run by one worker, on record with how far they are, and never begun without end."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

import sessions
from criterion_text import TEXT
from gatehouse.records import Visit
from gatehouse.screening.authoring import drafts, trials
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.looked_through import Bench
from gatehouse.screening.authoring.models import Trial
from gatehouse.screening.criteria import states
from gatehouse.work.putting import waiting_count
from signed_in import entries

pytestmark = pytest.mark.usefixtures("history")


def _asked(author: Visit, bench: Bench, text: str = TEXT, month: str = "") -> int:
    return trials.ask(author, drafts.begin(author, text), bench, month)


def test_a_trial_is_run_and_the_version_is_in_the_register(author: Visit, bench: Bench) -> None:
    number = _asked(author, bench)
    assert Trial.objects.get().state == Trial.State.ASKED
    assert waiting_count([trials.TRIALS]) == 1
    assert trials.run_waiting(bench.register) == 1
    trial = Trial.objects.get(pk=number)
    assert (trial.state, trial.journeys, trial.fault) == (Trial.State.DONE, 2, "")
    entry = bench.register.entry("from-sin", 1, bench.today)
    assert entry.state == states.SHADOW
    made = bench.register.report(entry)
    assert (made.travellers, made.hits.count, made.too_small) == (2, 2, True)
    assert bench.register.content(entry.criterion) == TEXT.encode()
    assert [one.subject for one in entries("criterion.tried")] == ["criterion:from-sin/1"]
    assert trials.run_waiting(bench.register) == 0


def test_a_trial_on_a_month_has_that_months_journeys(author: Visit, bench: Bench) -> None:
    _asked(author, bench, month="2020-01")
    trials.run_waiting(bench.register)
    assert Trial.objects.get().journeys == 0
    assert trials.history_of(Trial.objects.get()) == "stored travellers, 2020-01"


def test_what_its_check_forbids_is_not_tried(author: Visit, bench: Bench) -> None:
    with pytest.raises(AuthoringError, match="case-failed"):
        _asked(author, bench, TEXT.replace('value = "SIN"', 'value = "XXX"'))
    with pytest.raises(AuthoringError, match="no-criterion"):
        _asked(author, bench, "")
    assert Trial.objects.count() == 0


def test_a_second_trial_waits_for_the_first(author: Visit, bench: Bench) -> None:
    _asked(author, bench)
    with pytest.raises(AuthoringError, match="not over"):
        _asked(author, bench)


def test_a_text_that_was_locked_meanwhile_fails_with_the_reason(author: Visit, bench: Bench, tried_text) -> None:
    _asked(author, bench)
    tried_text(TEXT.replace("A rehearsal", "Another"), bench)
    trials.run_waiting(bench.register)
    trial = Trial.objects.get()
    assert trial.state == Trial.State.FAILED
    assert "was changed after it was tried" in trial.fault


def test_a_trial_that_another_process_runs_is_left_to_it(author: Visit, bench: Bench) -> None:
    number = _asked(author, bench)
    held, done, left = threading.Event(), threading.Event(), []

    def hold() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [trials.LOCK, number])
        held.set()
        done.wait(60)
        left.append(sessions.leave())

    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(60)
    assert trials.run_waiting(bench.register) == 0
    done.set()
    other.join()
    sessions.wait_until_gone(*left)
    assert trials.run_waiting(bench.register) == 1


def test_a_trial_that_was_left_behind_is_taken_up_anew_and_not_for_ever(author: Visit, bench: Bench) -> None:
    number = _asked(author, bench)
    Trial.objects.update(state=Trial.State.RUNNING, takes=trials.TAKES_MAX - 1, journeys=999)
    assert trials.run(bench.register, number)
    assert Trial.objects.get().journeys == 2
    Trial.objects.update(state=Trial.State.RUNNING, ended_at=None)
    assert trials.run(bench.register, number)
    assert Trial.objects.get().state == Trial.State.FAILED
