"""A State keeps selected paragraphs, and releases them by a recorded decision."""

from __future__ import annotations

import pytest

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.confidentiality.errors import ConfidentialityError
from gatehouse.assessment.confidentiality.models import Mark
from gatehouse.assessment.confidentiality.redaction import WHOLE
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, KeptTo, Subject
from gatehouse.safeguards.vocabulary import SubjectClass

SECRET = "Two posts are not staffed at night."


@pytest.fixture
def answer(altona: State, cycle: Cycle) -> Subject:
    return facts(SubjectClass.ANSWER, "answer:7", altona, cycle)


def test_paragraphs_are_kept_one_by_one(answer: Subject, focal: Actor) -> None:
    made = marks.keep(focal, answer, "security of posts", f"{SECRET}\n\nNor by day.", KeptTo.TEAM)
    assert len(made) == 2
    assert marks.kept(["answer:7", "answer:8"]) == {"answer:7": {mark.part: KeptTo.TEAM for mark in made}}
    assert marks.keep(focal, answer, "again", SECRET)[0] == made[0], "what is kept already is left as it is"


def test_only_the_state_itself_keeps_and_releases(
    answer: Subject, focal: Actor, stranger: Actor, lead: Actor, member: Actor
) -> None:
    for other in (stranger, lead, member):
        with pytest.raises(NotAllowedError):
            marks.keep(other, answer, "because")
    (mark,) = marks.keep(focal, answer, "because")
    for other in (stranger, lead, member):
        with pytest.raises(NotAllowedError):
            marks.release(other, mark, "we would like to")
    assert marks.kept(["answer:7"]) == {"answer:7": {WHOLE: KeptTo.COMMITTEE}}


def test_a_release_is_a_recorded_decision_and_ends_the_mark_once(answer: Subject, focal: Actor) -> None:
    (mark,) = marks.keep(focal, answer, "because")
    with pytest.raises(NotAllowedError):
        marks.release(focal, mark, " ")
    marks.release(focal, mark, "the posts are staffed now")
    assert (mark.released_by, mark.release_reason) == (focal.id, "the posts are staffed now")
    assert marks.kept(["answer:7"]) == {}
    with pytest.raises(ConfidentialityError, match="already"):
        marks.release(focal, mark, "again")
    assert Mark.objects.count() == 1


def test_a_reason_is_wanted(answer: Subject, focal: Actor) -> None:
    with pytest.raises(ConfidentialityError):
        marks.keep(focal, answer, "  ")


def test_the_state_and_its_team_see_the_marks(
    altona: State, answer: Subject, focal: Actor, lead: Actor, donor: Actor
) -> None:
    marks.keep(focal, answer, "because")
    assert len(marks.of_state(focal, altona)) == len(marks.of_state(lead, altona)) == 1
    with pytest.raises(NotAllowedError):
        marks.of_state(donor, altona)
