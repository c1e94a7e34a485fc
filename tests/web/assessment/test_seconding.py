"""What waits is shown with what the reader may do about it, and ended once; of another kind it is not found."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.visits import lists
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.assessment.seconding import awaited


def test_of_another_kind_is_not_found(scene: object, browser: Callable[..., Client]) -> None:
    del scene
    first, other = (Actor(f"account:{number}", Role.COMMITTEE_MEMBER) for number in (801, 802))
    made = lists.propose(Actor("account:5", Role.TEAM_LEAD), 2026, {"X-AL": {"gaps": 3}}, 1, "the first list")
    row = begin(first, "visits.adopted", lists.subject_of(made), requester=made.made_by)
    [one] = awaited(first, lists.subject_of(made))
    assert (one.may_agree, one.may_decline) == (False, True)
    [one] = awaited(other, lists.subject_of(made))
    assert (one.may_agree, one.may_decline) == (True, True)
    assert browser(Role.COMMITTEE_MEMBER).post(f"/recommendations/second/{row.pk}/").status_code == 404
