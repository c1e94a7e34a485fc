"""Journeys from tables: what is taken, what is left, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.journey_json import booking_of, strict_journey
from gatehouse.screening.criteria.tables import Table


def test_nothing_is_taken_that_no_field_needs(journey_of: Callable) -> None:
    journey = journey_of(
        {"documents": [{"type": "P", "number": "X1234567"}], "contacts": [{"kind": "phone", "value": "+43 1"}]},
        booking={
            "remarks": [{"text": "secret"}],
            "services": [{"code": "GRPS", "text": "secret"}],
            "payments": [{"kind": "CC", "holder": "Secret"}],
        },
    )
    assert "X1234567" not in repr(journey)
    assert "+43" not in repr(journey)
    assert "ecret" not in repr(journey)


@pytest.mark.parametrize(("told", "people"), [(3, 3), ([0, 4], 2), (None, 0)])
def test_of_the_people_in_a_booking_their_number_is_taken(told: object, people: int) -> None:
    assert len(booking_of(Table({"travellers": told}, "made", "booking")).travellers) == people


@pytest.mark.parametrize("told", [-1, 1.5, 10**9])
def test_an_impossible_number_of_people_is_refused(told: float) -> None:
    with pytest.raises(CriterionFileError, match="travellers"):
        booking_of(Table({"travellers": told}, "made", "booking"))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({"traveller": {"score": 1}}, id="a-score"),
        pytest.param({"traveller": {}, "hits": []}, id="hits"),
        pytest.param({"traveller": {}, "booking": {"listed": True}}, id="a-listing"),
        pytest.param({"traveller": {}, "flights": [{"delay": 1}]}, id="unknown-of-flight"),
        pytest.param({"traveller": {}, "flights": [{"legs": [{"gate": "A"}]}]}, id="unknown-of-leg"),
        pytest.param({"traveller": {"role": "pilot"}}, id="unknown-role"),
        pytest.param({"traveller": {"birth_date": "17/05/76"}}, id="no-date"),
        pytest.param({}, id="nobody"),
    ],
)
def test_a_test_case_with_anything_else_is_refused(case: dict) -> None:
    with pytest.raises(CriterionFileError, match=r"made\.toml: case 1"):
        strict_journey(Table(case, "made.toml", "case 1"), 1)
