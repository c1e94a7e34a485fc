"""A search over the rooms finds what its reader may read, and leaves what a State keeps."""

from __future__ import annotations

import pytest

from gatehouse.assessment.assistance import needs
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.questions import answers, pieces
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.searching import SearchError, find
from gatehouse.safeguards.decision import Actor, KeptTo

WORDS = "The crossing is empty at night."


def test_every_room_is_searched_for_who_may_read_it(
    adopted: Recommendation, lead: Actor, focal: Actor, donor: Actor, stranger: Actor, anybody: Actor
) -> None:
    state, cycle = adopted.state, adopted.cycle
    place = answers.Place(state, cycle, questionnaire_of("self-assessment"))
    answers.give(focal, place, bank()["strategy-adopted"], Given("yes", WORDS), 0)
    need = needs.state_need(focal, state, "borders", WORDS)
    Recommendation.objects.filter(pk=adopted.pk).update(text=WORDS)
    answer = pieces.about_answer(state, cycle, "strategy-adopted")
    every = {answer.ref, f"need:{need.pk}", f"recommendation:{adopted.pk}"}
    for reader in (lead, focal):
        assert {one.subject.ref for one in find(reader, state, "empty at night")} == every
    assert {one.subject.ref for one in find(donor, state, "empty at night")} == {f"recommendation:{adopted.pk}"}
    for nobody in (stranger, anybody):
        with pytest.raises(NotAllowedError):
            find(nobody, state, "empty at night")
    marks.keep(focal, needs.subject_of(need), "posts", WORDS, KeptTo.TEAM)
    assert len(find(lead, state, "empty at night")) == 3
    with pytest.raises(SearchError):
        find(lead, state, "at")
