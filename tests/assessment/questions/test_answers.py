"""Answers are added in versions; of two who edit the same one, nobody loses anything and the second is told."""

from __future__ import annotations

import datetime as dt
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.questions import answers
from gatehouse.assessment.questions.answers import Conflict, Place, Standing
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import AnswerError, NotYoursError, QuestionnaireError
from gatehouse.assessment.questions.given import Given, given
from gatehouse.assessment.questions.models import Answer, Contested
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states import store as states
from gatehouse.audit import log
from gatehouse.measures.live_number import live_number
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def speaker(number: int) -> Actor:
    """Somebody who speaks for Altona."""
    return Actor(f"account:{number}", Role.STATE_FOCAL_POINT, state="X-AL")


OTHER = speaker(7)


def test_versions_follow_each_other_and_all_stay(focal: Actor, place: Place, api_stage: Question) -> None:
    first = answers.give(focal, place, api_stage, Given("planned"), 0)
    second = answers.give(OTHER, place, api_stage, Given("building", "tender"), 1)
    assert (first.version, second.version) == (1, 2)
    assert answers.answers_of(place.state, place.cycle)["api-stage"] == second
    told = answers.versions_of(place.state, place.cycle, "api-stage")
    assert [(each.given.value, each.given_by) for each in told] == [("planned", focal.id), ("building", OTHER.id)]


def test_the_same_answer_again_is_no_new_version(focal: Actor, place: Place, api_stage: Question) -> None:
    first = answers.give(focal, place, api_stage, Given("planned"), 0)
    assert answers.give(OTHER, place, api_stage, Given("planned"), 0) == first


def test_one_answer_stands_in_every_questionnaire(focal: Actor, place: Place, api_stage: Question) -> None:
    answers.give(focal, place, api_stage, Given("planned"), 0)
    survey = Place(place.state, place.cycle, questionnaire_of("survey"))
    assert answers.answers_of(survey.state, survey.cycle)["api-stage"].given.value == "planned"


def contested(place: Place, question: Question) -> Conflict:
    """Two persons who both saw nothing yet."""
    answers.give(OTHER, place, question, Given("building", "theirs"), 0)
    met = answers.give(speaker(8), place, question, Given("piloting", "mine"), 0)
    assert isinstance(met, Conflict)
    return met


def test_who_had_not_seen_the_newest_one_loses_nothing(place: Place, api_stage: Question) -> None:
    met = contested(place, api_stage)
    assert (met.theirs.given.remarks, met.mine.remarks) == ("theirs", "mine")
    (shown,) = answers.conflicts_of(place.state, place.cycle)
    assert shown == met
    assert answers.answers_of(place.state, place.cycle)["api-stage"].given.value == "building"


@pytest.mark.parametrize("take", [True, False])
def test_a_conflict_is_settled_with_a_reason(focal: Actor, place: Place, api_stage: Question, take: bool) -> None:
    met = contested(place, api_stage)
    with pytest.raises(AnswerError, match="say why"):
        answers.settle(focal, met.contested, take=take, reason=" ")
    stands = answers.settle(focal, met.contested, take=take, reason="later figure")
    assert (stands.given.value, stands.version) == (("piloting", 2) if take else ("building", 1))
    assert answers.conflicts_of(place.state, place.cycle) == []
    with pytest.raises(AnswerError, match="no contested answer"):
        answers.settle(focal, met.contested, take=take, reason="again")


def test_the_same_contested_answer_is_kept_once(place: Place, api_stage: Question) -> None:
    met = contested(place, api_stage)
    again = answers.give(speaker(8), place, api_stage, Given("piloting", "mine"), 0)
    assert again == met
    assert Contested.objects.count() == 1


def test_two_at_the_same_moment(place: Place, api_stage: Question) -> None:
    barrier, gone = Barrier(2), []

    def act(number: int) -> None:
        barrier.wait()
        try:
            said = Given("building", f"by {number}")
            gone.append(answers.give(speaker(number), place, api_stage, said, 0))
        finally:
            connection.close()

    threads = [Thread(target=act, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(each).__name__ for each in gone) == ["Conflict", "Standing"]
    kept = {row.remarks for row in (*Answer.objects.all(), *Contested.objects.all())}
    assert kept == {"by 1", "by 2"}


def test_a_version_that_never_was_is_refused(focal: Actor, place: Place, api_stage: Question) -> None:
    with pytest.raises(AnswerError, match="no such version"):
        answers.give(focal, place, api_stage, Given("planned"), 3)


def test_a_closed_cycle_takes_nothing(actor: Actor, focal: Actor, place: Place, api_stage: Question) -> None:
    closed = place._replace(cycle=states.move_cycle(actor, place.cycle, "close"))
    with pytest.raises(NotYoursError, match="is closed"):
        answers.give(focal, closed, api_stage, Given("planned"), 0)


def test_a_question_of_another_questionnaire_is_refused(focal: Actor, place: Place) -> None:
    survey = place._replace(questionnaire=questionnaire_of("survey"))
    with pytest.raises(QuestionnaireError, match="does not ask"):
        answers.give(focal, survey, bank()["help-needed"], Given("x"), 0)


def test_live_numbers_are_kept_with_the_answer(focal: Actor, place: Place) -> None:
    number = live_number("api-coverage", 98.5, dt.date(2026, 5, 1), "screening", 100)
    said = given(bank()["api-coverage"], 98.5, cited=(number,))
    answers.give(focal, place, bank()["api-coverage"], said, 0)
    assert answers.answers_of(place.state, place.cycle)["api-coverage"].given.cited == (number,)


def test_the_log_refers_and_does_not_hold_what_was_said(focal: Actor, place: Place, api_stage: Question) -> None:
    answers.give(focal, place, api_stage, Given("planned", "very particular words"), 0)
    leaves = b"".join(body for _, body in log.leaves(0, log.size()))
    assert b"answer.given" in leaves
    assert b"particular" not in leaves


@pytest.mark.parametrize("statement", ["UPDATE {} SET remarks = 'x'", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["assessment_questions_answer", "assessment_questions_contested"])
def test_the_database_itself_keeps_them(place: Place, api_stage: Question, statement: str, table: str) -> None:
    contested(place, api_stage)
    with pytest.raises(DatabaseError, match="are kept"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


def test_only_the_state_answers_and_only_it_and_its_team_look(
    place: Place, api_stage: Question, focal: Actor, stranger: Actor, lead: Actor
) -> None:
    answers.give(focal, place, api_stage, Given("planned"), 0)
    for other in (stranger, lead, Actor("account:99", Role.PUBLIC), Actor("operator:1000", Role.OPERATOR)):
        with pytest.raises(NotAllowedError):
            answers.give(other, place, api_stage, Given("planned"), 0)
        if other is not lead:
            with pytest.raises(NotAllowedError):
                answers.open_answers(other, place)
            with pytest.raises(NotAllowedError):
                answers.open_conflicts(other, place)
    assert set(answers.open_answers(lead, place)) == set(answers.open_answers(focal, place)) == {"api-stage"}


def test_values_are_what_conditions_look_at(focal: Actor, place: Place, api_stage: Question) -> None:
    stands = answers.give(focal, place, api_stage, Given("planned"), 0)
    assert isinstance(stands, Standing)
    assert answers.values_of({"api-stage": stands}) == {"api-stage": "planned"}
