"""A proposal is decided once."""

from __future__ import annotations

from gatehouse.screening.watchlists.proposal_states import PROPOSAL, Event, State


def test_what_is_decided_stays_decided() -> None:
    assert {state for state, _ in PROPOSAL} == {State.PROPOSED}
    assert {event for _, event in PROPOSAL} == set(Event)
    assert set(PROPOSAL.values()) == set(State) - {State.PROPOSED}
