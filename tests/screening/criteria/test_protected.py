"""Protected attributes: what is refused, what a provision opens, and what may never stand alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.condition import each_test
from gatehouse.screening.criteria.protected import (
    Permitted,
    attributes,
    named_in,
    refusals,
    rests_on_protected_alone,
    spoken_of_in,
)

NATIONALITY = {"field": "traveller.nationalities", "operator": "any-of", "value": ["UTO"]}
SEX = {"field": "traveller.sex", "operator": "is", "value": "F"}
AGE = {"field": "traveller.age_years", "operator": "at-most", "value": 30}
ISSUER = {"field": "document.issuers", "operator": "any-of", "value": ["UTO"]}
MEAL = {"field": "booking.services", "operator": "any-of", "value": ["GRPS", "MOML"]}
MINOR = {"field": "booking.services", "operator": "any-of", "value": ["UMNR"]}
CASH = {"field": "payment.kinds", "operator": "any-of", "value": ["CA"]}
STATED = {"field": "payment.kinds", "operator": "stated", "value": True}
ALL_PERMITTED = Permitted("Act s. 1", "Act s. 2", "Act s. 3")


@pytest.mark.parametrize(
    ("test", "attribute", "permitted"),
    [
        (NATIONALITY, "nationality", Permitted(nationality="Border Act s. 12")),
        (ISSUER, "nationality", Permitted(nationality="Border Act s. 12")),
        (SEX, "sex", Permitted(sex="Border Act s. 13")),
        (AGE, "age", Permitted(age="Border Act s. 14")),
    ],
)
def test_three_attributes_are_open_only_where_a_provision_is_named(
    test: dict, attribute: str, permitted: Permitted, condition_of: Callable
) -> None:
    tests = list(each_test(condition_of(test)))
    refused = refusals(tests, Permitted())
    assert [one.attribute.name for one in refused] == [attribute]
    assert attribute in str(refused[0])
    assert "provision" in str(refused[0])
    assert refusals(tests, permitted) == []
    assert refusals(tests, Permitted("  ", " ", "")) == refused, "a blank provision permits nothing"


@pytest.mark.parametrize(("test", "attribute"), [(MEAL, "religion"), (MINOR, "age")])
def test_a_revealing_code_is_refused_whatever_is_permitted(test: dict, attribute: str, condition_of: Callable) -> None:
    found = refusals(each_test(condition_of(test)), ALL_PERMITTED)
    assert [one.attribute.name for one in found] == [attribute]


def test_no_profile_can_permit_another_attribute() -> None:
    by_law = {name for name, one in attributes().items() if one.by_law}
    assert by_law == {"nationality", "sex", "age"}
    assert all(ALL_PERMITTED.provision(name) is None for name in attributes().keys() - by_law)
    with pytest.raises(TypeError):
        Permitted(religion="Act s. 4")  # type: ignore[call-arg]


def test_every_attribute_of_the_issue_is_there_with_a_provision() -> None:
    wanted = {"race", "religion", "political opinion", "health", "sexual orientation", "union membership", "language"}
    assert wanted <= attributes().keys()
    assert all(one.provision for one in attributes().values())


@pytest.mark.parametrize(
    ("condition", "alone"),
    [
        pytest.param(NATIONALITY, True, id="one"),
        pytest.param({"all": [NATIONALITY, SEX]}, True, id="two-together"),
        pytest.param({"all": [NATIONALITY, CASH]}, False, id="with-an-act"),
        pytest.param({"any": [NATIONALITY, CASH]}, True, id="a-branch-of-its-own"),
        pytest.param({"all": [NATIONALITY, STATED]}, True, id="hidden-behind-stated"),
        pytest.param({"not": {"any": [NATIONALITY, CASH]}}, False, id="neither"),
        pytest.param({"not": {"all": [NATIONALITY, CASH]}}, True, id="not-both"),
        pytest.param({"not": {"not": NATIONALITY}}, True, id="twice-denied"),
        pytest.param(CASH, False, id="an-act"),
    ],
)
def test_a_protected_attribute_may_not_stand_alone(condition: dict, alone: bool, condition_of: Callable) -> None:
    assert rests_on_protected_alone(condition_of(condition)) is alone


def test_prose_that_speaks_of_what_no_law_permits_is_found() -> None:
    assert [one.name for one in spoken_of_in("Look first at Muslim travellers of that tribe")] == ["race", "religion"]
    assert spoken_of_in("Look at the agency in the European Union, and at their age") == []


def test_a_field_name_is_known_by_any_of_its_words() -> None:
    assert named_in("document.mother_tongue").name == "language"  # type: ignore[union-attr]
    assert named_in("booking.agency") is None
