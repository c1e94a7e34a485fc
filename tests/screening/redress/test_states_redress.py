"""The table of a request's states."""

from __future__ import annotations

import pytest

from gatehouse.screening.redress import states
from gatehouse.screening.redress.errors import RedressError


def test_nobody_is_answered_before_it_is_known_who_they_are() -> None:
    for event in (states.ANSWER, states.CLEARED, states.CORRECTED, states.ERASED, states.GAVE, states.PASSED):
        with pytest.raises(RedressError):
            states.after(states.RECEIVED, event)
    assert states.after(states.RECEIVED, states.PROVED) == states.IDENTIFIED


def test_what_has_ended_stays_ended_but_for_late_proof() -> None:
    leaving = {state for (state, _), after in states.REQUEST.items() if after != state}
    assert leaving & {states.ANSWERED, states.WITHDRAWN} == set()
    assert states.after(states.UNPROVEN, states.PROVED) == states.IDENTIFIED


def test_the_clock_runs_in_every_state_that_can_still_be_answered() -> None:
    assert {state for (state, event) in states.REQUEST if event == states.ANSWER} < states.OPEN
