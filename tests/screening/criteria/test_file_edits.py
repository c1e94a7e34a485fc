"""Forms write into the text and leave every other line as it was; what cannot be written is refused."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criterion_text import TEXT
from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.file_edits import (
    literal,
    values_of,
    with_block,
    with_case_like,
    with_test,
    with_value,
    written_test,
)


def _others(before: str, after: str) -> list[str]:
    """The lines of before that are no longer there."""
    left = after.split("\n")
    return [line for line in before.split("\n") if line not in left]


@given(st.one_of(st.text(), st.integers(-(2**60), 2**60), st.booleans(), st.dates(), st.lists(st.text()).map(tuple)))
def test_a_literal_is_read_as_what_was_written(value) -> None:
    read = tomllib.loads(f"a = {literal(value)}")["a"]
    assert (tuple(read) if isinstance(read, list) else read) == value


@given(st.text())
def test_a_value_takes_the_place_of_the_one_before(title: str) -> None:
    after = with_value(TEXT, "title", title)
    assert values_of(after)["title"] == title
    assert _others(TEXT, after) in ([], ['title = "Leaves from SIN"'])


def test_a_remark_beside_a_value_stays() -> None:
    after = with_value(TEXT, "approver", "somebody-else")
    assert 'approver = "somebody-else"  # the other person' in after.split("\n")


def test_a_value_that_was_not_there_stands_above_the_tables() -> None:
    text = TEXT.replace('triage = "Look at the way back."\n', "")
    after = with_value(text, "triage", "Look.")
    assert values_of(after) == {**values_of(text), "triage": "Look."}
    assert with_value("", "version", 2) == "version = 2\n"


def test_a_list_over_several_lines_is_replaced_whole() -> None:
    text = 'version = 1\nblind_to = [\n  "a",\n  "b",\n]\nwritten = 2026-11-01\n'
    after = with_value(text, "blind_to", ("c",))
    assert values_of(after) == {"version": 1, "blind_to": ["c"], "written": dt.date(2026, 11, 1)}


def test_a_test_is_added_to_the_condition_beside_the_others() -> None:
    test = written_test("traveller.bag_count", "between", (0, 2))
    after = with_test(TEXT, test)
    tests = values_of(after)["condition"]["all"]
    assert [one["field"] for one in tests] == ["itinerary.origin", "traveller.bag_count"]
    assert tests[1]["value"] == [0, 2]
    assert _others(TEXT, after) == []


def test_a_condition_is_begun_and_filled() -> None:
    test = written_test("payment.kinds", "only", ("CA",))
    begun = with_test("version = 1\n", test)
    assert len(values_of(with_test(begun, test))["condition"]["all"]) == 2
    empty = with_test("[condition]\nany = [\n]\n", test)
    assert len(values_of(empty)["condition"]["any"]) == 1


@pytest.mark.parametrize("text", ["[condition]\nall = [] # ]\n", "[condition]\nany = [\n  { field = 'a' } # ],\n]\n"])
def test_remarks_end_no_list_and_a_missing_comma_is_written(text: str) -> None:
    before, after = (values_of(one)["condition"] for one in (text, with_test(text, "{ field = 'b' }")))
    ((key, tests),) = before.items()
    assert after == {key: [*tests, {"field": "b"}]}


@pytest.mark.parametrize("text", ["condition = { all = [] }\n", "[condition]\nnot = { field = 'a' }\n"])
def test_what_cannot_be_added_to_is_left_to_its_author(text: str) -> None:
    with pytest.raises(CriterionFileError, match="by hand"):
        with_test(text, written_test("payment.kinds", "only", ("CA",)))


def test_a_case_states_what_another_states() -> None:
    after = with_case_like(TEXT, 2, 'with "quotes"', expected=True)
    cases = values_of(after)["case"]
    assert len(cases) == 4
    assert cases[3] == {**cases[1], "name": 'with "quotes"', "expect": True}
    assert after.startswith(TEXT.rstrip())


def test_a_text_that_is_no_toml_is_not_written_into() -> None:
    for change in (
        lambda text: with_value(text, "version", 2),
        lambda text: with_test(text, "{}"),
        lambda text: with_block(text, "case", "name = 1"),
    ):
        with pytest.raises(CriterionFileError, match="no TOML"):
            change("version = \n")
