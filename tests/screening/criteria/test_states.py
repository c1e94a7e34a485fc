"""The states of a version: what leads where, and what the calendar does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from gatehouse.screening.criteria import states


def test_nothing_leaves_retirement_and_only_a_trial_leaves_draft() -> None:
    assert not [pair for pair in states.CRITERION if pair[0] == states.RETIRED]
    assert [pair[1] for pair in states.CRITERION if pair[0] == states.DRAFT] == [states.TRIED]


def test_only_what_was_tried_becomes_active() -> None:
    into = {pair for pair, after in states.CRITERION.items() if after == states.ACTIVE}
    assert into == {(states.SHADOW, states.ACTIVATED), (states.ACTIVE, states.TRIED)}


@pytest.mark.parametrize(
    ("state", "day", "after"),
    [
        (states.ACTIVE, dt.date(2027, 4, 30), states.ACTIVE),
        (states.ACTIVE, dt.date(2027, 5, 1), states.SUSPENDED),
        (states.ACTIVE, dt.date(2027, 10, 31), states.SUSPENDED),
        (states.ACTIVE, dt.date(2027, 11, 1), states.RETIRED),
        (states.SHADOW, dt.date(2027, 5, 1), states.SHADOW),
        (states.SHADOW, dt.date(2027, 11, 1), states.RETIRED),
        (states.RETIRED, dt.date(2027, 11, 1), states.RETIRED),
    ],
)
def test_the_calendar_suspends_and_ends(state: str, day: dt.date, after: str, criterion_of: Callable) -> None:
    assert states.on_day(state, criterion_of(), day) == after
