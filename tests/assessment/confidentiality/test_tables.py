"""Tables over States tell of none: not alone, not by their totals, not by subtraction."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.assessment.confidentiality.errors import ConfidentialityError
from gatehouse.assessment.confidentiality.tables import ALL, SafeTable, safe_table

COLUMNS = ("met", "partly", "not")


def _table(*regions: str, **options: object) -> SafeTable:
    """A table of regions written as the initials of their answers: `mmmppp`."""
    of = {"m": "met", "p": "partly", "n": "not"}
    named = [
        (f"{row}{place}", f"r{row}", of[one]) for row, ones in enumerate(regions) for place, one in enumerate(ones)
    ]
    answers = {state: answer for state, _, answer in named}
    return safe_table(answers, {state: region for state, region, _ in named}, COLUMNS, **options)


def _row(table: SafeTable, name: str) -> tuple[int | None, ...]:
    return next(row.cells for row in table.rows if row.name == name)


def test_a_large_table_is_shown() -> None:
    table = _table("mmmmmpppppnnnnn", "mmmmmmpppppnnnn")
    assert _row(table, "r0") == (5, 5, 5)
    assert _row(table, ALL) == (11, 10, 9)
    assert table.withheld == 0


def test_no_single_state_and_no_consensus_is_told() -> None:
    table = _table("mmmmmmn", "mmmmpppp", "mmmmpppp")
    assert None in _row(table, "r0")
    told = _table("mmmmmm", "mmmpppnnn", "mmmpppnnn")
    assert _row(told, "r0")[0] is None, "where all said the same, belonging to the region tells it"


def test_a_region_of_two_is_not_told_by_subtraction_from_the_total() -> None:
    table = _table("mn", "mmmmmppppp", "mmmmpppppp")
    hidden = [row.name for row in table.rows if row.total is None]
    assert "r0" in hidden
    assert len(hidden) >= 2


def test_a_state_that_joined_does_not_show_itself_beside_the_earlier_table() -> None:
    before = _table("mmmmppppnnnn", "mmmmppppnnnn")
    after = _table("mmmmppppnnnnn", "mmmmppppnnnn", published=list(before.groups.values()))
    assert set(_row(after, "r0")) == {None}
    assert set(_row(after, ALL)) == {None}


@pytest.mark.parametrize("k", [0, 1])
def test_a_k_that_protects_nobody_is_refused(k: int) -> None:
    with pytest.raises(ConfidentialityError):
        _table("mmm", k=k)


def test_unknown_answers_and_states_without_region_are_refused() -> None:
    with pytest.raises(ConfidentialityError):
        safe_table({"A": "perhaps"}, {"A": "r"}, COLUMNS)
    with pytest.raises(ConfidentialityError):
        safe_table({"A": "met"}, {}, COLUMNS)


def _consistent(table: SafeTable, sizes: list[int]) -> list[tuple[tuple[int, ...], ...]]:
    """Every table of counts that a reader could not tell from the true one."""
    shown = {row.name: row for row in table.rows}
    total = shown[ALL]
    rows = []
    for place in range(len(sizes)):
        row = shown.get(f"r{place}")
        every = itertools.product(range(sum(sizes) + 1), repeat=len(COLUMNS))
        rows.append(
            [
                cells
                for cells in every
                if row is None
                or (
                    (row.total is None or sum(cells) == row.total)
                    and all(known is None or known == cell for known, cell in zip(row.cells, cells, strict=True))
                )
            ]
        )
    return [
        grid
        for grid in itertools.product(*rows)
        if (total.total is None or sum(map(sum, grid)) == total.total)
        and all(
            known is None or known == sum(column)
            for known, column in zip(total.cells, zip(*grid, strict=True), strict=True)
        )
    ]


@settings(max_examples=25)
@given(st.lists(st.text("mpn", min_size=1, max_size=5), min_size=2, max_size=2))
def test_no_withheld_cell_can_be_worked_out(regions: list[str]) -> None:
    table = _table(*regions)
    possible = _consistent(table, [len(one) for one in regions])
    assert possible
    for place, row in enumerate(row for row in table.rows if row.name != ALL):
        for column, cell in enumerate(row.cells):
            nobodys = next(one for one in table.rows if one.name == ALL).cells[column] == 0
            if cell is None and not nobodys:
                assert len({grid[place][column] for grid in possible}) > 1
