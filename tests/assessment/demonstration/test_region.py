"""The region is twelve fictitious States, and obligations of the catalogue."""

from __future__ import annotations

from pathlib import Path

from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.demonstration.region import duties, states, was_played
from gatehouse.assessment.obligations.catalogue.loading import obligation


def test_twelve_states_that_do_not_exist(database: Path) -> None:
    del database
    found = states()
    assert len(found) == 12
    assert all(told.state.fictitious for told in found)
    assert {told.state.region for told in found} == {"demo-north", "demo-south"}
    assert not was_played()


def test_every_duty_is_in_the_catalogue_and_calls_for_a_kind_of_help() -> None:
    for duty in duties():
        assert obligation(duty.obligation)
        assert duty.theme in themes()
