"""Conditions as files state them: bounded, and nothing beside the closed lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.condition_file import DEPTH_MAX, TESTS_MAX, VALUES_MAX, WORD_MAX
from gatehouse.screening.criteria.errors import CriterionFileError

BAGS = {"field": "traveller.bag_count", "operator": "is", "value": 0}


def _nested(levels: int) -> dict:
    return BAGS if levels == 1 else {"not": _nested(levels - 1)}


def _test(field: str = "traveller.bag_count", operator: str = "is", value: object = 0) -> dict:
    return {"field": field, "operator": operator, "value": value}


def test_limits_are_reached_and_not_passed(condition_of: Callable) -> None:
    assert condition_of(_nested(DEPTH_MAX))
    assert len(condition_of({"all": [BAGS] * TESTS_MAX}).parts) == TESTS_MAX
    for beyond in (_nested(DEPTH_MAX + 1), {"all": [BAGS] * (TESTS_MAX + 1)}, _nested(900)):
        with pytest.raises(CriterionFileError):
            condition_of(beyond)


def test_words_are_compared_in_capitals(condition_of: Callable) -> None:
    assert condition_of(_test("payment.kinds", "any-of", [" ca ", "CC"])).value == frozenset({"CA", "CC"})


@pytest.mark.parametrize(
    ("field", "attribute"),
    [
        ("traveller.ethnicity", "race"),
        ("traveller.race", "race"),
        ("traveller.religion", "religion"),
        ("booking.political_opinion", "political opinion"),
        ("traveller.trade_union", "union membership"),
        ("traveller.health", "health"),
        ("traveller.sexual_orientation", "sexual orientation"),
        ("traveller.language", "language"),
        ("traveller.surname", "name"),
        ("traveller.birth_place", "birth place"),
    ],
)
def test_a_protected_attribute_is_refused_with_the_provision(
    field: str, attribute: str, condition_of: Callable
) -> None:
    with pytest.raises(CriterionFileError, match=rf"asks about {attribute}, .*(2016/681|2396|C-817/19)"):
        condition_of(_test(field, "is", "X"))


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(_test("traveller.score"), id="no-such-field"),
        pytest.param(_test(operator="matches"), id="no-such-operator"),
        pytest.param(_test(operator="any-of", value=[1]), id="operator-of-another-type"),
        pytest.param(_test(value="0"), id="text-for-number"),
        pytest.param(_test(value=None), id="no-value"),
        pytest.param(_test(operator="between", value=[3, 1]), id="falling-pair"),
        pytest.param(_test(operator="between", value=[1]), id="half-a-pair"),
        pytest.param(_test(operator="stated", value="yes"), id="text-for-flag"),
        pytest.param(_test("booking.split", "is", 1), id="number-for-flag"),
        pytest.param(_test("payment.kinds", "any-of", []), id="no-words"),
        pytest.param(_test("payment.kinds", "any-of", ["A"] * (VALUES_MAX + 1)), id="too-many-words"),
        pytest.param(_test("payment.kinds", "any-of", [""]), id="blank-word"),
        pytest.param(_test("booking.agency", "is", "A" * (WORD_MAX + 1)), id="long-word"),
        pytest.param({**BAGS, "weight": 3}, id="a-weight"),
        pytest.param({"all": []}, id="empty-all"),
        pytest.param({"all": [BAGS], "any": [BAGS]}, id="two-joins"),
        pytest.param({"not": [BAGS]}, id="not-of-a-list"),
        pytest.param({}, id="empty"),
    ],
)
def test_other_forms_are_refused(table: dict, condition_of: Callable) -> None:
    with pytest.raises(CriterionFileError, match="made: condition"):
        condition_of(table)
