"""Values as operators want them, from what people type."""

from __future__ import annotations

import pytest

from criterion_text import TEXT
from gatehouse.screening.criteria.condition_file import condition
from gatehouse.screening.criteria.fields import fields
from gatehouse.screening.criteria.file_edits import values_of
from gatehouse.screening.criteria.operators import operators
from gatehouse.screening.criteria.tables import Table
from gatehouse.web.criteria.filling import CaseForm, head_of, read_value

TYPED = {"flag": "true", "several": "CA, CC", "pair": "1, 3", "one": "2"}


@pytest.mark.parametrize(
    ("field", "operator"),
    [(f.name, o.name) for f in fields().values() for o in operators().values() if f.type in o.types],
)
def test_every_operator_takes_what_its_hint_says(field: str, operator: str) -> None:
    form = "flag" if fields()[field].type == "flag" else operators()[operator].value
    wanted = read_value(field, operator, TYPED[form])
    value = list(wanted) if isinstance(wanted, tuple) else wanted
    condition(Table({"field": field, "operator": operator, "value": value}, "made", "condition"))


@pytest.mark.parametrize(
    ("field", "operator", "typed"),
    [
        ("traveller.bag_count", "at-least", "two"),
        ("traveller.bag_count", "between", "1"),
        ("traveller.bag_count", "stated", "perhaps"),
        ("itinerary.returns", "is", "1"),
    ],
)
def test_what_is_nothing_of_the_kind_is_refused(field: str, operator: str, typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_value(field, operator, typed)


def test_the_head_is_shown_as_the_text_says_it() -> None:
    found = head_of(TEXT)
    assert (found["identifier"], found["blind_to"]) == ("from-sin", "whoever leaves from elsewhere")
    assert head_of("not toml at all") == {}


def test_the_first_case_states_a_journey_to_begin_from() -> None:
    form = CaseForm({"case-name": "first", "case-expect": "true", "case-like": "1"})
    assert form.is_valid()
    (case,) = values_of(form.write_into("version = 1\n"))["case"]
    assert case["expect"] is True
    assert case["flights"][0]["legs"]
