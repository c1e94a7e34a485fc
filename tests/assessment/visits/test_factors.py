"""The inputs are those that para 7 names, and no others."""

from __future__ import annotations

import pytest

from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.factors import factors, values, weights

NAMED = ["gaps", "emerging-issues", "trends", "events", "analysis", "requested", "consented", "never-visited"]


def test_exactly_the_named_inputs() -> None:
    assert [factor.name for factor in factors()] == NAMED


@pytest.mark.parametrize("wrong", [{"wealth": 1}, {"gaps": -1}, {"gaps": 1001}])
def test_other_weights_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(VisitError):
        weights(wrong)


@pytest.mark.parametrize("wrong", [{"religion": 1}, {"gaps": -1}, {"gaps": 10**9}])
def test_other_inputs_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(VisitError):
        values(wrong)


def test_what_is_not_told_is_nothing() -> None:
    assert values({"gaps": 3})["trends"] == 0
    assert weights({"gaps": 5})["gaps"] == 5
