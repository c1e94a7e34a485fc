"""A State reports, two persons decide, and nothing is closed without evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.assessment.errors import NotAllowedError, SecondPersonNeededError
from gatehouse.assessment.evidence.errors import EvidenceError
from gatehouse.assessment.follow_up import progress
from gatehouse.assessment.follow_up.errors import FollowUpError
from gatehouse.assessment.follow_up.standing import Standing
from gatehouse.assessment.recommendations.errors import RecommendationError
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.safeguards.decision import Actor

SAID = progress.Reported("done", "Both posts are staffed.", dt.date(2027, 2, 1), evidence=(700_031,))
FOUND = progress.Found("close", "Seen on the spot.", dt.date(2027, 5, 1), (700_031, 700_032))


def test_it_is_closed_by_two_on_evidence(
    adopted: Recommendation, assessor: Actor, lead: Actor, focal: Actor, donor: Actor
) -> None:
    assert progress.standing_of(adopted) is Standing.NO_WORD
    progress.report(focal, adopted, SAID)
    assert progress.standing_of(adopted) is Standing.SAID_DONE
    with pytest.raises(FollowUpError, match="evidence"):
        progress.decide(assessor, lead, adopted, replace(FOUND, evidence=()))
    with pytest.raises(SecondPersonNeededError):
        progress.decide(assessor, donor, adopted, FOUND)
    done = progress.decide(assessor, lead, adopted, FOUND)
    assert (done.by, done.second, done.evidence) == (assessor.id, lead.id, [700_031, 700_032])
    assert progress.standing_of(adopted) is Standing.CARRIED_OUT
    with pytest.raises(RecommendationError):
        progress.report(focal, adopted, SAID)


def test_further_follow_up_opens_it_again(adopted: Recommendation, assessor: Actor, lead: Actor, focal: Actor) -> None:
    progress.report(focal, adopted, replace(SAID, status="not-begun", obstacle="help-pending"))
    assert progress.standing_of(adopted) is Standing.WAITS_FOR_HELP
    progress.decide(assessor, lead, adopted, replace(FOUND, decision="further", evidence=(), further_help=True))
    assert adopted.stage == "open"


def test_nobody_reports_for_another_state_and_none_verifies_their_own(
    adopted: Recommendation, stranger: Actor, focal: Actor, lead: Actor
) -> None:
    with pytest.raises(NotAllowedError):
        progress.report(stranger, adopted, SAID)
    progress.report(focal, adopted, SAID)
    with pytest.raises(NotAllowedError):
        progress.decide(focal, lead, adopted, FOUND)


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "nearly"},
        {"obstacle": "rain"},
        {"text": " "},
        {"on": dt.date(2026, 8, 1)},
        {"evidence": (1, 1)},
        {"evidence": (0,)},
    ],
    ids=str,
)
def test_what_contradicts_itself_is_refused(adopted: Recommendation, focal: Actor, wrong: dict[str, object]) -> None:
    with pytest.raises(FollowUpError):
        progress.report(focal, adopted, replace(SAID, **wrong))


def test_no_decision_before_the_state_reported(
    adopted: Recommendation, assessor: Actor, lead: Actor, focal: Actor
) -> None:
    with pytest.raises(FollowUpError):
        progress.decide(assessor, lead, adopted, FOUND)
    progress.report(focal, adopted, SAID)
    with pytest.raises(FollowUpError):
        progress.decide(assessor, lead, adopted, replace(FOUND, on=dt.date(2027, 1, 1)))


def test_evidence_that_is_not_there_shows_nothing(
    adopted: Recommendation, assessor: Actor, lead: Actor, focal: Actor
) -> None:
    with pytest.raises(EvidenceError, match="none of this State"):
        progress.report(focal, adopted, replace(SAID, evidence=(1_234_567,)))
    progress.report(focal, adopted, SAID)
    with pytest.raises(EvidenceError):
        progress.decide(assessor, lead, adopted, replace(FOUND, evidence=(1_234_567,)))
    assert adopted.verifications.count() == 0
