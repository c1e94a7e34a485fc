"""The state tables, read as tables."""

from __future__ import annotations

import pytest

from gatehouse.screening.travellers import states
from gatehouse.terms.reading import Reading

TRAVELLER_STATES = {states.EXPECTED, states.BOARDED, states.NOT_BOARDED, states.REMOVED, states.CANCELLED}


def test_tables_lead_to_known_states_only() -> None:
    assert {state for state, _ in states.TRAVELLER} | set(states.TRAVELLER.values()) == TRAVELLER_STATES
    assert set(states.LEG.values()) <= {states.CLOSED, states.CANCELLED}
    assert set(states.BOOKING.values()) == {states.ACTIVE, states.CANCELLED, states.OFF_FLIGHT}


def test_every_event_of_a_message_is_in_the_tables_or_changes_nothing_on_purpose() -> None:
    known = {event for _, event in states.TRAVELLER} | {"named"}
    for effect in states.EFFECTS.values():
        assert effect.named in known
        assert effect.others is None or effect.others in known


@pytest.mark.parametrize("state", sorted(TRAVELLER_STATES))
@pytest.mark.parametrize("named", ["on-board", "not-on-board"])
def test_who_is_named_by_a_part_wins_over_who_is_among_the_others(state: str, named: str) -> None:
    others = f"others-not-{named}" if named == "on-board" else "others-on-board"
    first_named = states.after(states.TRAVELLER, states.after(states.TRAVELLER, state, named), others)
    first_other = states.after(states.TRAVELLER, states.after(states.TRAVELLER, state, others), named)
    assert first_named == first_other


def test_a_pair_without_a_row_changes_nothing() -> None:
    assert states.after(states.TRAVELLER, states.BOARDED, "listed") == states.BOARDED
    assert states.after(states.LEG, states.CANCELLED, "close") == states.CANCELLED


@pytest.mark.parametrize("code", [None, "745", "250", "745+CP", "22", "unheard-of"])
def test_what_is_not_in_the_table_lists_travellers(code: str | None) -> None:
    assert states.effect_of(Reading("PAXLST", function_code=code)) is states.LISTED


def test_a_flight_cancellation_is_told_from_a_reservation_cancellation() -> None:
    assert states.effect_of(Reading("PAXLST", function_code="266+XF")).leg == "flight-cancelled"
    assert states.effect_of(Reading("PAXLST", function_code="745+XR")).leg is None
