"""The report on questions: asked twice, telling nothing, told by others, missing; with the right numbers."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.economy import Economy, economy
from gatehouse.assessment.questions.questionnaire import questionnaire_of, questionnaires

STATES = [f"S{number}" for number in range(40)]


def spread(question: str, shift: int = 0) -> dict[str, str]:
    """Answers of 40 States that use three codes in turn."""
    codes = list(bank()[question].options)
    return {state: codes[(number + shift) % 3] for number, state in enumerate(STATES)}


@pytest.fixture
def report() -> Economy:
    """All questionnaires; one question all alike, one that follows another, one that does neither."""
    halves = {state: ["none", "fully"][number // 20] for number, state in enumerate(STATES)}
    answers = {
        "api-required": spread("api-required"),
        "pnr-law": spread("pnr-law", 1),
        "lists-kept": dict.fromkeys(STATES, "fully"),
        "offences-covered": halves,
        "financing-met": dict(list(halves.items())[:5]),
    }
    return economy(list(questionnaires().values()), answers, ["2396-11a", "R999"])


def test_shared_questions_are_counted_once(report: Economy) -> None:
    assert (report.asked, report.distinct) == (64 + 18 + 11, 64)
    assert report.links == sum(len(question.obligations) for question in bank().values())


def test_a_requirement_without_a_question_is_seen(report: Economy) -> None:
    assert report.unasked == ("R999",)
    assert report.fills["2396-11a"] == sum("2396-11a" in question.obligations for question in bank().values())


def test_a_question_that_all_answer_alike_tells_nothing(report: Economy) -> None:
    assert [tuple(each) for each in report.uninformative] == [("lists-kept", "fully", 40, 40)]


def test_a_question_told_by_another_one_is_removable_and_its_source_stays(report: Economy) -> None:
    pairs = {(each.question, each.source) for each in report.derivable}
    assert pairs == {("api-required", "pnr-law"), ("pnr-law", "api-required")}
    assert len(report.removable & {"api-required", "pnr-law"}) == 1
    assert "lists-kept" in report.removable


def test_too_few_answers_are_not_judged(report: Economy) -> None:
    assert report.too_few == sum(question.is_coded for question in bank().values()) - 4


def test_a_question_asked_further_is_no_overlap(report: Economy) -> None:
    pairs = {frozenset((each.one, each.other)) for each in report.overlaps}
    assert frozenset(("rights-violations", "rights-complaints")) not in pairs
    assert frozenset(("privacy-overseen", "remedy-open")) in pairs
    assert all(set(each.shared) <= set(bank()[each.one].obligations) for each in report.overlaps)


def test_one_questionnaire_alone_shares_nothing() -> None:
    alone = economy([questionnaire_of("survey")], {})
    assert alone.asked == alone.distinct == 18
    assert alone.removable == frozenset()
