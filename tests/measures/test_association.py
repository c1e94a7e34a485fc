"""Association: strong where there is one, none where there is none, and the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.measures.association import GROUPS_MAX, PERMUTATIONS, association
from gatehouse.measures.ratio import Counted


def test_an_outcome_that_the_group_tells_is_one() -> None:
    found = association({"a": Counted(500, 500), "b": Counted(500, 0)})
    assert found
    assert found.strength == pytest.approx(1.0, abs=0.01)
    assert found.p_value == 1 / (PERMUTATIONS + 1)


def test_the_same_rate_everywhere_is_none() -> None:
    found = association({"a": Counted(500, 50), "b": Counted(1000, 100), "c": Counted(300, 30)})
    assert found
    assert found.strength == 0.0
    assert found.p_value == pytest.approx(1.0)


def test_the_bias_is_corrected() -> None:
    # A table of 40 groups of 25 with one hit more or less each: uncorrected, V would be 0.2.
    table = {str(number): Counted(25, 2 + number % 2) for number in range(40)}
    found = association(table)
    assert found
    assert found.strength == 0.0
    assert found.p_value > 0.5


def test_fisher_tea_tasting_is_met() -> None:
    # Fisher's exact test of 3 of 4 against 1 of 4 has p = 0.4857 for both sides.
    found = association({"milk first": Counted(4, 3), "tea first": Counted(4, 1)})
    assert found
    assert found.p_value == pytest.approx(0.4857, abs=0.03)


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"a": Counted(10, 3)},
        {"a": Counted(10, 3), "b": Counted(0, 0)},
        {"a": Counted(10, 0), "b": Counted(10, 0)},
        {"a": Counted(10, 10), "b": Counted(10, 10)},
    ],
)
def test_without_contrast_there_is_none(table: dict[str, Counted]) -> None:
    assert association(table) is None


def test_too_many_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        association({str(number): Counted(2, 1) for number in range(GROUPS_MAX + 1)})


@given(rows=st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=2, max_size=8))
def test_it_is_bounded_repeatable_and_blind_to_names(rows: list[tuple[int, int]]) -> None:
    table = {str(number): Counted(cases, min(cases, hits)) for number, (cases, hits) in enumerate(rows)}
    found = association(table)
    assert found == association({f"other {name}": row for name, row in table.items()})
    if found:
        assert 0 <= found.strength <= 1
        assert 0 < found.p_value <= 1
