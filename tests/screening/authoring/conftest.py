"""An author and an approver, a bench to look texts through with, and a stored day as history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from criterion_text import TODAY, bench_in
from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring.looked_through import Bench
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.report import report
from gatehouse.screening.criteria.trial import Trial
from stored_day import store_day


@pytest.fixture
def author() -> Visit:
    """Whoever writes."""
    return Visit(Actor("account:1", Role.CRITERIA_AUTHOR), "criteria")


@pytest.fixture
def approver() -> Visit:
    """Whoever approves what account 1 wrote."""
    return Visit(Actor("account:2", Role.CRITERIA_APPROVER), "criteria", requester="account:1")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A register that is not there yet, on the day of the tests."""
    return bench_in(tmp_path / "criteria")


@pytest.fixture
def history(database: Path, tmp_path: Path) -> None:
    """Two stored travellers who leave from SIN."""
    del database
    store_day(tmp_path)


@pytest.fixture
def tried_text() -> Callable[[str, Bench], None]:
    """Puts a text into the register as if it had been tried on nobody."""

    def act(text: str, bench: Bench) -> None:
        sums = Trial(parse_criterion(text.encode(), "a"), {}, lambda _: None)
        sums.add_all(())
        bench.register.tried(text.encode(), report(sums, "made", TODAY), dt.datetime.now(dt.UTC))

    return act
