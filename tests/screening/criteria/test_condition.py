"""Conditions: three-valued logic, and explanations that leave nothing out."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.condition import each_test, judge, shown

BAGS = {"field": "traveller.bag_count", "operator": "is", "value": 0}
SEX = {"field": "traveller.residence", "operator": "is", "value": "UTO"}
KNOWN = {True: {"bag_count": 0}, False: {"bag_count": 1}, None: {}}
RESIDENT = {True: {"residence": "uto"}, False: {"residence": "XXA"}, None: {}}


def _all(left: bool | None, right: bool | None) -> bool | None:
    return False if False in (left, right) else None if None in (left, right) else True


@pytest.mark.parametrize(("left", "right"), list(itertools.product((True, False, None), repeat=2)))
def test_all_any_and_not_follow_kleene(
    left: bool | None, right: bool | None, condition_of: Callable, journey_of: Callable
) -> None:
    journey = journey_of({**KNOWN[left], **RESIDENT[right]})
    both = judge(condition_of({"all": [BAGS, SEX]}), journey)
    assert both.is_met is _all(left, right)
    denied = {"not": {"any": [{"not": BAGS}, {"not": SEX}]}}
    assert judge(condition_of(denied), journey).is_met is both.is_met


def test_silence_meets_neither_a_test_nor_its_negation(condition_of: Callable, journey_of: Callable) -> None:
    assert judge(condition_of(BAGS), journey_of()).is_met is None
    assert judge(condition_of({"not": BAGS}), journey_of()).is_met is None


@pytest.mark.parametrize(("traveller", "stated"), [({}, False), ({"bag_count": 0}, True)])
def test_silence_can_be_asked_for(traveller: dict, stated: bool, condition_of: Callable, journey_of: Callable) -> None:
    for value in (True, False):
        asked = condition_of({"field": "traveller.bag_count", "operator": "stated", "value": value})
        assert judge(asked, journey_of(traveller)).is_met is (value is stated)


def test_the_explanation_has_every_test_with_the_value_it_met(condition_of: Callable, journey_of: Callable) -> None:
    condition = condition_of({"any": [BAGS, {"not": SEX}]})
    outcomes = judge(condition, journey_of({"bag_count": 0})).outcomes
    assert [outcome.test for outcome in outcomes] == list(each_test(condition))
    assert list(map(str, outcomes)) == [
        "traveller.bag_count is 0: met, is 0",
        "traveller.residence is UTO: not known, is not stated",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(frozenset({"B", "A"}), "A B"), ((1.0, 2.5), "1 to 2.5"), (True, "yes"), (7, "7"), (None, "not stated")],
)
def test_values_are_shown_as_people_read_them(value: object, text: str) -> None:
    assert shown(value) == text
