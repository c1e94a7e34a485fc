"""Who acts, and what for, as it is said on the command line."""

from __future__ import annotations

import pytest

from gatehouse.cli.console import Refused
from gatehouse.cli.retention_actor import actor, visit, visit_to_answer
from gatehouse.safeguards.vocabulary import Role


def test_an_account_acts_in_a_role_for_a_purpose_under_a_reference(somebody) -> None:
    somebody(4, Role.SENIOR_ANALYST)
    somebody(9, Role.DATA_PROTECTION_OFFICER, Role.APPROVING_AUTHORITY)
    made = visit("4:senior-analyst", "reasoned-request/ORDER/5", "9:data-protection-officer")
    assert (made.actor.id, made.actor.role) == ("account:4", Role.SENIOR_ANALYST)
    assert (made.purpose, made.reference) == ("reasoned-request", "ORDER/5")
    assert made.second is not None
    assert made.second.id == "account:9"
    assert visit_to_answer("9:approving-authority").actor.role == Role.APPROVING_AUTHORITY


@pytest.mark.parametrize("said", ["", "4", "4:", "4:king", ":analyst", "x:analyst", "-1:analyst", "²:analyst"])
def test_what_names_nobody_is_refused(said: str) -> None:
    with pytest.raises(Refused):
        actor(said)


def test_nobody_is_their_own_second_person(somebody) -> None:
    somebody(4, Role.SENIOR_ANALYST, Role.DATA_PROTECTION_OFFICER)
    with pytest.raises(Refused, match="another one"):
        visit("4:senior-analyst", "reasoned-request/R-5", "4:data-protection-officer")


@pytest.mark.parametrize("said", ["", "purpose", "/reference", "purpose/"])
def test_what_says_no_purpose_or_reference_is_refused(said: str, somebody) -> None:
    somebody(4, Role.ANALYST)
    with pytest.raises(Refused, match="PURPOSE/REFERENCE"):
        visit("4:analyst", said)
