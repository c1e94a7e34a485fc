"""The state table of a review: who can move what, and what the machine can never do."""

from __future__ import annotations

import pytest

from gatehouse.screening.review import states


def test_the_machine_never_clears_and_never_confirms() -> None:
    reached = {after for (_, event), after in states.TABLE.items() if event in states.MACHINES}
    assert reached == {states.SILENT, states.CHANGED, states.OPEN}


def test_a_match_is_confirmed_only_by_another_persons_agreement_to_a_proposal() -> None:
    ways = {(state, event) for (state, event), after in states.TABLE.items() if after == states.CONFIRMED}
    assert ways == {(states.SECOND, states.AGREE_MATCH), (states.CONFIRMED_QUESTIONED, states.REFUSE_REOPENING)}
    into = {event for (_, event), after in states.TABLE.items() if after == states.SECOND}
    assert into == {states.PROPOSE_CLEARING, states.PROPOSE_MATCH, states.ASSIGN, states.RELEASE}


def test_nothing_that_two_persons_settled_is_moved_by_a_message() -> None:
    for state in (states.CONFIRMED, states.REOPENED, *states.QUESTIONED, states.SECOND):
        assert [event for event in states.MACHINES if states.after(state, event)] == []


def test_every_state_is_settled_or_waits_and_can_be_reached_and_left() -> None:
    assert set(states.STATES) == states.WAITING | states.SETTLED
    assert not states.WAITING & states.SETTLED
    assert {state for state, _ in states.TABLE} == set(states.STATES)
    assert set(states.TABLE.values()) == set(states.STATES)


@pytest.mark.parametrize("event", [states.AGREE_MATCH, states.AGREE_CLEARING, states.DISAGREE])
def test_a_second_person_is_heard_only_where_one_is_waited_for(event: str) -> None:
    assert [state for state in states.STATES if states.after(state, event)] == [states.SECOND]


def test_what_is_no_step_is_none() -> None:
    assert states.after(states.CLEARED, states.CLEAR) is None
