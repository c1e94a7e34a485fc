"""Matches: explained, silenced where something exculpates, and naming criterion, version and hash."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.screening.criteria.evaluation import CriterionMatch, evaluate, verdict

CASH = {"payments": [{"kind": "CA"}]}


def test_a_match_names_criterion_version_and_hash_and_explains_each_test(
    criterion_of: Callable, journey_of: Callable
) -> None:
    criterion = criterion_of()
    (match,) = evaluate([criterion], journey_of({"bag_count": 0}, booking=CASH))
    assert (match.identifier, match.version, match.sha256) == ("cash-only", 1, criterion.sha256)
    assert match.triage == "Look for a way back."
    assert list(map(str, match.explanation)) == [
        "payment.kinds any-of CA: met, is CA",
        "traveller.bag_count at-most 0: met, is 0",
    ]
    assert [(one.why, one.is_met) for one in match.exculpations] == [("a frequent flyer", False)]


def test_what_exculpates_silences(criterion_of: Callable, journey_of: Callable) -> None:
    journey = journey_of({"bag_count": 0, "loyalty": ["ZZ1"]}, booking=CASH)
    assert evaluate([criterion_of()], journey) == ()
    assert verdict(criterion_of(), journey).is_silenced


def test_what_is_not_known_matches_nobody(criterion_of: Callable, journey_of: Callable) -> None:
    for journey in (journey_of({"bag_count": 0}), journey_of(booking=CASH), journey_of()):
        said = verdict(criterion_of(), journey)
        assert said.condition.is_met is None
        assert not said.is_match
        assert not said.is_silenced


def test_an_exculpation_that_is_not_known_is_left_to_a_person(criterion_of: Callable, journey_of: Callable) -> None:
    criterion = criterion_of(
        ('"traveller.loyalty_count"', '"itinerary.returns"'),
        ('operator = "at-least", value = 1', 'operator = "is", value = true'),
    )
    (match,) = evaluate([criterion], journey_of({"bag_count": 0}, booking=CASH))
    assert match.exculpations[0].is_met is None


def test_several_criteria_answer_in_their_order(criterion_of: Callable, journey_of: Callable) -> None:
    other = criterion_of(('identifier = "cash-only"', 'identifier = "another"'))
    matches = evaluate([other, criterion_of()], journey_of({"bag_count": 0}, booking=CASH))
    assert [match.identifier for match in matches] == ["another", "cash-only"]


def test_a_match_has_no_score_and_no_effect() -> None:
    assert not {"score", "effect", "action", "decision", "above_threshold"} & set(CriterionMatch._fields)
