"""A questionnaire goes out, comes back and is stored; what somebody else answered meanwhile is not lost."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.answers import Place, answers_of, conflicts_of, give
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given, given
from gatehouse.assessment.questions.importing import Imported, export_workbook, place_of, planned, store
from gatehouse.assessment.questions.models import Answer
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.workbook_reading import read_workbook
from gatehouse.assessment.states.errors import StatesError
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from workbooks import filled, filled_ods

TYPED = {"api-stage": "building", "api-coverage": 98.5, "help-needed": "=scanners".removeprefix("=")}


def test_there_and_back(focal: Actor, place: Place) -> None:
    read = read_workbook(filled(export_workbook(focal, place), TYPED), "a.xlsx")
    assert place_of(read) == place
    wanted = planned(focal, place, read)
    assert Answer.objects.count() == 0, "nothing is stored before it was shown"
    assert store(focal, place, wanted) == Imported(3, 0)
    assert answers_of(place.state, place.cycle)["api-stage"].origin == "workbook"
    again = planned(focal, place, read)
    assert (again.new, again.conflicts, again.same) == ([], [], 3)


def test_dangerous_text_survives_the_round_trip_unchanged(focal: Actor, place: Place) -> None:
    asked, words = bank()["help-needed"], '=HYPERLINK("x")'
    give(focal, place, asked, given(asked, words, "@remark"), 0)
    wanted = planned(focal, place, read_workbook(export_workbook(focal, place), "a.xlsx"))
    assert (wanted.same, wanted.is_clean) == (1, True)


def test_what_was_answered_meanwhile_is_a_conflict(focal: Actor, place: Place, api_stage: Question) -> None:
    data = filled(export_workbook(focal, place), TYPED)
    give(Actor("account:7", Role.STATE_FOCAL_POINT, state="X-AL"), place, api_stage, Given("operating", "new"), 0)
    wanted = planned(focal, place, read_workbook(data, "a.xlsx"))
    assert [taken.question.id for taken in wanted.conflicts] == ["api-stage"]
    assert store(focal, place, wanted) == Imported(2, 1)
    assert answers_of(place.state, place.cycle)["api-stage"].given.value == "operating"
    (met,) = conflicts_of(place.state, place.cycle)
    assert met.mine.value == "building"


def test_what_is_answered_between_plan_and_store_is_a_conflict_too(
    focal: Actor, place: Place, api_stage: Question
) -> None:
    wanted = planned(focal, place, read_workbook(filled(export_workbook(focal, place), TYPED), "a.xlsx"))
    assert wanted.is_clean
    give(Actor("account:7", Role.STATE_FOCAL_POINT, state="X-AL"), place, api_stage, Given("operating"), 0)
    assert store(focal, place, wanted).contested == 1


def test_a_workbook_of_an_unknown_state_is_refused(focal: Actor, place: Place) -> None:
    read = read_workbook(export_workbook(focal, place), "a.xlsx")
    with pytest.raises(StatesError, match="not assessed here"):
        place_of(read._replace(about=read.about._replace(state="X-ZZ")))


def test_there_and_back_as_ods(focal: Actor, place: Place) -> None:
    typed = {"api-stage": "building", "api-coverage": "98.5"}
    read = read_workbook(filled_ods(export_workbook(focal, place, form="ods"), typed), "a.ods")
    assert place_of(read) == place
    wanted = planned(focal, place, read)
    assert (len(wanted.new), wanted.refused) == (2, [])
    assert store(focal, place, wanted) == Imported(2, 0)
    changed_ids = filled_ods(export_workbook(focal, place, form="ods"), {"api-stage": "other-question"}, "question")
    assert "?" in [one.question for one in planned(focal, place, read_workbook(changed_ids, "a.ods")).refused]
    wrong = filled_ods(export_workbook(focal, place, form="ods"), {"api-coverage": "many"})
    [refusal] = planned(focal, place, read_workbook(wrong, "a.ods")).refused
    assert refusal.question == "api-coverage"
    formula = filled_ods(export_workbook(focal, place, form="ods"), {"api-stage": "planned"}, formula="of:=1")
    [refusal] = planned(focal, place, read_workbook(formula, "a.ods")).refused
    assert "formula" in str(refusal.reason)
