"""Recommendations: never without a finding, replied to, adopted by two, and nothing lost when two edit at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.acting import may_see
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.errors import AssessmentError, ChangedMeanwhileError, NotAllowedError, SecondPersonNeededError
from gatehouse.assessment.recommendations import store
from gatehouse.assessment.recommendations.draft import Draft
from gatehouse.assessment.recommendations.errors import RecommendationError
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names
from gatehouse.assessment.states.store import add_state
from gatehouse.safeguards.decision import Actor

SAID = Draft("Staff both posts at night and by day.", "2396-2", (700_009, 700_011), 1)


def test_numbers_run_on_and_are_cited_for_ever(
    recommendation: Recommendation, assessor: Actor, altona: State, cycle: Cycle
) -> None:
    assert recommendation.code == "X-AL/2026/1"
    assert store.findings_of(recommendation) == [700_007, 700_009]
    assert store.draft(assessor, altona, cycle, SAID).code == "X-AL/2026/2"


def test_of_two_who_edit_at_once_the_second_is_told_and_both_texts_are_there(
    recommendation: Recommendation, assessor: Actor, lead: Actor
) -> None:
    seen = Recommendation.objects.get(pk=recommendation.pk)
    store.rewrite(assessor, recommendation, SAID)
    other = replace(SAID, text="Close the posts.")
    with pytest.raises(ChangedMeanwhileError) as caught:
        store.rewrite(lead, seen, other)
    assert (caught.value.current, caught.value.offered) == (SAID.text, other.text)
    assert [one.said["text"] for one in store.said_in(recommendation)] == ["Staff both posts at night.", SAID.text]
    assert store.findings_of(recommendation) == [700_009, 700_011]


def test_who_may_see_it_at_which_stage(
    recommendation: Recommendation,
    lead: Actor,
    focal: Actor,
    stranger: Actor,
    member: Actor,
    other_member: Actor,
    donor: Actor,
) -> None:
    def seen() -> list[str]:
        readers = {"lead": lead, "focal": focal, "stranger": stranger, "member": member, "donor": donor}
        return [name for name, reader in readers.items() if may_see(reader, store.subject_of(recommendation))]

    assert seen() == ["lead"]
    store.move(lead, recommendation, "propose")
    assert seen() == ["lead", "focal"]
    with pytest.raises(NotAllowedError):
        store.reply(stranger, recommendation, "accepted", "")
    store.reply(focal, recommendation, "partly", "As far as we can.")
    with pytest.raises(SecondPersonNeededError):
        store.adopt(member, donor, recommendation, dt.date(2026, 8, 31))
    store.adopt(member, other_member, recommendation, dt.date(2026, 8, 31))
    assert seen() == ["lead", "focal", "member"]
    store.share(member, other_member, recommendation, "decision 3")
    assert seen() == ["lead", "focal", "member", "donor"]


def test_who_drafted_it_does_not_adopt_it(recommendation: Recommendation, lead: Actor, focal: Actor) -> None:
    from gatehouse.safeguards.vocabulary import Role

    store.move(lead, recommendation, "propose")
    store.reply(focal, recommendation, "noted", "")
    drafter = Actor(recommendation.drafted_by, Role.COMMITTEE_MEMBER)
    with pytest.raises(NotAllowedError):
        store.adopt(drafter, lead, recommendation, dt.date(2026, 8, 31))


def test_what_the_state_did_not_see_is_not_rewritten_after_it_did(
    adopted: Recommendation, lead: Actor, focal: Actor
) -> None:
    with pytest.raises(RecommendationError, match="draft"):
        store.rewrite(lead, adopted, SAID)
    with pytest.raises(RecommendationError):
        store.reply(focal, adopted, "accepted", "again")
    with pytest.raises(RecommendationError):
        store.move(lead, adopted, "adopt")


def test_what_the_state_keeps_is_not_opened_to_others(
    adopted: Recommendation, altona: State, cycle: Cycle, focal: Actor, donor: Actor, member: Actor, anybody: Actor
) -> None:
    assert store.open_recommendations(donor, altona, cycle) == [(adopted, adopted.text)]
    marks.keep(focal, store.subject_of(adopted), "security of posts", adopted.text)
    assert store.open_recommendations(donor, altona, cycle) == [(adopted, "")]
    assert store.open_recommendations(member, altona, cycle) == [(adopted, adopted.text)]
    with pytest.raises(NotAllowedError):
        store.open_recommendations(anybody, altona, cycle)


@pytest.mark.parametrize(("obligation", "findings"), [("2396-999", (700_009,)), ("2396-2", (700_009, 1_234_567))])
def test_it_names_nothing_that_is_not_there(
    assessor: Actor, recommendation: Recommendation, obligation: str, findings: tuple[int, ...]
) -> None:
    said = replace(SAID, obligation=obligation, findings=findings)
    with pytest.raises(AssessmentError):
        store.draft(assessor, recommendation.state, recommendation.cycle, said)
    with pytest.raises(AssessmentError):
        store.rewrite(assessor, recommendation, said)
    assert Recommendation.objects.count() == 1


def test_findings_of_another_state_are_none(actor: Actor, assessor: Actor, recommendation: Recommendation) -> None:
    other = add_state(actor, "X-BE", "demo-north", Names("Beluva", "贝卢瓦"))
    name_member(actor, other, recommendation.cycle, assessor)
    with pytest.raises(AssessmentError, match="none of this State"):
        store.draft(assessor, other, recommendation.cycle, SAID)
