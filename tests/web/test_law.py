"""Purposes that a role may choose from."""

from __future__ import annotations

from gatehouse.safeguards.shipped import demo_profile
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import NO_PERSONS
from gatehouse.web.law import law, purposes_of


def test_a_role_chooses_among_what_it_has_rules_for() -> None:
    codes = {role: [purpose.code for purpose in purposes_of(role, demo_profile())] for role in Role}
    assert codes[Role.ANALYST][:2] == ["screening", "reasoned-request"]
    assert {"oversight", "upkeep"} <= set(codes[Role.ADMINISTRATOR])
    assert "screening" not in codes[Role.ADMINISTRATOR]
    assert (codes[Role.ADMINISTRATOR][0], codes[Role.OPERATOR][0], codes[Role.REDRESS_OFFICER][0]) == (
        "upkeep",
        "upkeep",
        "rights",
    )
    assert codes[Role.BORDER_OFFICER] == ["screening"]
    assert "upkeep" not in codes[Role.ANALYST]
    assert all(codes[role] for role in Role if role not in NO_PERSONS)


def test_the_law_in_force_is_the_one_of_the_wiring() -> None:
    assert law().profile.profile.name == "demo"
    assert law().standing().may_screen
