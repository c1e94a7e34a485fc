"""The actor of a command on the assessment side."""

from __future__ import annotations

import os

import pytest

from gatehouse.cli.assess_actor import acting_as
from gatehouse.cli.console import Refused
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_whoever_runs_the_command_acts_in_the_role_they_take() -> None:
    assert acting_as("team-lead") == Actor(f"operator:{os.getuid()}", Role.TEAM_LEAD)
    assert acting_as("donor", 3).id == "account:3"
    assert acting_as("state-focal-point", 3, "X-AL").state == "X-AL"


@pytest.mark.parametrize(
    ("role", "state"), [("analyst", None), ("machine", None), ("donor", "X-AL"), ("state-focal-point", None)]
)
def test_roles_of_the_other_side_and_states_for_nobody_are_refused(role: str, state: str | None) -> None:
    with pytest.raises(Refused):
        acting_as(role, 1, state)
