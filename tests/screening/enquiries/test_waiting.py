"""Checks wait in the order in which people stand at the border."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries import border, waiting
from gatehouse.screening.enquiries.errors import EnquiryError
from signed_in import entries


@pytest.mark.usefixtures("stored_day")
def test_who_came_first_is_looked_at_first() -> None:
    officer = Visit(Actor("account:1", Role.BORDER_OFFICER), "screening")
    analyst = Visit(Actor("account:2", Role.ANALYST), "screening", reference="B")
    asked = [border.check_person(officer, "Yousef al-Karim", "1976-05-17").reference for _ in range(3)]
    assert [one.reference for one in waiting.waiting(analyst, 9)] == asked
    assert [one.reference for one in waiting.waiting(analyst, 1)] == asked[:1]


@pytest.mark.usefixtures("stored_day")
def test_one_claims_that_it_is_the_listed_person_and_another_agrees_or_not() -> None:
    officer = Visit(Actor("account:1", Role.BORDER_OFFICER), "screening")
    analyst = Visit(Actor("account:2", Role.ANALYST), "screening", reference="B")
    senior = Visit(Actor("account:3", Role.SENIOR_ANALYST), "screening", reference="S")
    reference = border.check_person(officer, "Yousef al-Karim", "1976-05-17").reference or ""
    with pytest.raises(EnquiryError, match="nobody claimed"):
        waiting.agree(senior, reference)
    with pytest.raises(RefusedError):
        waiting.claim(officer, reference, "he it is")
    waiting.claim(analyst, reference, "he it is")
    assert waiting.found_by(analyst, reference).claimed_by == "account:2"
    with pytest.raises(RefusedError):
        waiting.agree(analyst, reference)
    waiting.disagree(senior, reference, "the scar is missing")
    (open_again,) = waiting.waiting(senior, 9)
    assert (open_again.claimed_by, open_again.outcome) == (None, "the scar is missing")
    waiting.claim(analyst, reference, "his brother says so")
    waiting.agree(senior, reference)
    assert waiting.waiting(senior, 9) == []
    (decided,) = entries("hit.decided")
    assert (decided.actor, dict(decided.details)) == ("account:2", {"second": "account:3"})
    assert [len(entries(act)) for act in ("hit.proposed", "hit.disagreed")] == [2, 1]
