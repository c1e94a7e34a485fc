"""What waits is done by the function of its room, with both persons and what the first one said."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.agreeing import ACTS, about_waiting, agree
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.follow_up import progress
from gatehouse.assessment.recommendations import store
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.visits import lists
from gatehouse.assessment.waiting.models import Begun
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.decision import Actor
from gatehouse.web.assessment.seconding import ACT_NAMES


def test_every_act_of_two_has_a_name() -> None:
    assert set(ACT_NAMES) == set(ACTS)


def test_verification_is_done_as_it_was_begun(
    adopted: Recommendation, focal: Actor, assessor: Actor, lead: Actor
) -> None:
    progress.report(focal, adopted, progress.Reported("done", "Staffed.", dt.date(2027, 2, 1), evidence=(700_031,)))
    said = {"decision": "close", "evidence": [700_031], "further_help": False, "on": "2027-05-01"}
    row = begin(assessor, "progress.verified", store.subject_of(adopted), "Seen.", said)
    assert about_waiting(row).ref == f"recommendation:{adopted.pk}"
    agree(lead, row)
    [found] = adopted.verifications.all()
    assert (found.by, found.second, found.reason, found.on) == (assessor.id, lead.id, "Seen.", dt.date(2027, 5, 1))
    assert Recommendation.objects.get(pk=adopted.pk).stage == "closed"


def test_a_list_is_adopted_and_what_fails_waits_still(lead: Actor, member: Actor, other_member: Actor) -> None:
    made = lists.propose(lead, 2027, {"X-AL": {"gaps": 3}}, 1, "the list")
    row = begin(member, "visits.adopted", lists.subject_of(made), requester=made.made_by)
    lists.amend(lead, made, ["X-AL"], "newer")
    with pytest.raises(AssessmentError):
        agree(other_member, row)
    assert Begun.objects.get().ended_at is None
