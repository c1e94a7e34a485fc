"""Criterion files of fictitious authors, and journeys of nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.criteria.condition import Condition
from gatehouse.screening.criteria.condition_file import condition
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.history import Outcomes
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.journey_json import journey
from gatehouse.screening.criteria.tables import Table
from gatehouse.screening.criteria.trial import Trial

TODAY = dt.date(2026, 11, 21)
BODY = """
identifier = "cash-only"
version = 1
title = "Cash and no bags"
purpose = "Terrorist travel"
legal_basis = "Fictitious Act, section 7"
author = "Otto Author"
approver = "Ada Approver"
written = 2026-11-01
review_by = 2027-04-30
sunset = 2027-10-31
blind_to = ["cards"]
triage = "Look for a way back."
condition = { all = [{ field = "payment.kinds", operator = "any-of", value = ["CA"] },
                     { field = "traveller.bag_count", operator = "at-most", value = 0 }] }
[[exculpating]]
why = "a frequent flyer"
condition = { field = "traveller.loyalty_count", operator = "at-least", value = 1 }
[[case]]
name = "cash without bags"
expect = true
traveller = { bag_count = 0 }
booking = { payments = [{ kind = "CA" }] }
[[case]]
name = "a bag"
expect = false
traveller = { bag_count = 1 }
booking = { payments = [{ kind = "CA" }] }
[[case]]
name = "silenced"
expect = false
traveller = { bag_count = 0, loyalty = ["ZZ1"] }
booking = { payments = [{ kind = "CA" }] }
"""


@pytest.fixture
def today() -> dt.date:
    """The day on which everything happens."""
    return TODAY


@pytest.fixture
def body() -> str:
    """A criterion file that passes its check."""
    return BODY


@pytest.fixture
def criterion_of() -> Callable[..., Criterion]:
    """`criterion_of(("old text", "new text"), …)`: the criterion of the body with texts replaced."""

    def make(*changes: tuple[str, str]) -> Criterion:
        text = BODY
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        return parse_criterion(text.encode(), "made.toml")

    return make


@pytest.fixture
def journey_of() -> Callable[..., Journey]:
    """`journey_of({"bag_count": 0}, booking={…}, flights=[…])`."""

    def make(traveller: dict | None = None, number: int = 1, source: str = "made", **rest: object) -> Journey:
        return journey(Table({"traveller": traveller or {}, **rest}, "made", "journey"), source, number)

    return make


@pytest.fixture
def condition_of() -> Callable[[dict], Condition]:
    """The condition of a table."""
    return lambda values: condition(Table(values, "made", "condition"))


@pytest.fixture
def example() -> Path:
    """The worked example of the docs."""
    return Path(__file__).parents[3] / "examples" / "criteria" / "cash-one-way.toml"


@pytest.fixture
def trial_of(journey_of: Callable) -> Callable[..., Trial]:
    """`trial_of(criterion, people, outcomes)`: tried on people given as (number, nationality, is hit), each alone."""

    def make(criterion: Criterion, people: list[tuple[int, str, bool]], outcomes: Outcomes | None = None) -> Trial:
        trial = Trial(criterion, outcomes or {}, lambda _: None)
        number = 0
        for count, nationality, is_hit in people:
            for _ in range(count):
                number += 1
                traveller = {"bag_count": 0 if is_hit else 1, "nationalities": [nationality]}
                trial.add(journey_of(traveller, number=number, booking={"payments": [{"kind": "CA"}]}))
        trial.add_all(())
        return trial

    return make
