"""A cycle goes one way."""

from __future__ import annotations

from itertools import product

import pytest

from gatehouse.assessment.states.cycle_states import CYCLE, CycleState, after
from gatehouse.assessment.states.errors import StatesError


@pytest.mark.parametrize(("state", "event"), list(product(CycleState, ("open", "close"))))
def test_only_the_arrows_of_the_table_lead_on(state: CycleState, event: str) -> None:
    if (state, event) in CYCLE:
        assert after(state, event) is CYCLE[state, event]
    else:
        with pytest.raises(StatesError, match=f"that is {state} cannot {event}"):
            after(state, event)


def test_nothing_leaves_a_closed_cycle() -> None:
    assert not [state for state, _ in CYCLE if state is CycleState.CLOSED]
