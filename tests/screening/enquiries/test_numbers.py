"""Numbers that are nobody's are told apart, by whoever may search, and the search is in the log."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries.numbers import unknown
from kept_people import flight, person
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")


def test_those_that_are_nobodys_are_named_once_and_in_order() -> None:
    held = person(flight("2026-05-01"), "ONE").pk
    visit = Visit(Actor("account:4", Role.SENIOR_ANALYST), "screening", "R-1")
    assert unknown(visit, [held + 9, held, held + 2, held + 9]) == [held + 2, held + 9]
    assert unknown(visit, [held]) == []
    assert [one.details.get("shown") for one in entries("traveller.searched")] == [None, 1, None, 1]


def test_without_a_reference_nobody_learns_who_is_there() -> None:
    with pytest.raises(RefusedError):
        unknown(Visit(Actor("account:4", Role.SENIOR_ANALYST), "screening"), [1])
