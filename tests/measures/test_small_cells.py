"""Small cells: withheld, and not to be worked out from the totals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.measures.ratio import Counted
from gatehouse.measures.small_cells import withheld

TABLES = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Counted(pair[0], min(pair))),
    max_size=8,
)


def _parts(row: Counted) -> tuple[int, int, int]:
    return row.cases, row.hits, row.cases - row.hits


@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        pytest.param({"a": Counted(100, 20), "b": Counted(200, 30)}, set(), id="nothing-small"),
        pytest.param({"a": Counted(100, 0), "b": Counted(200, 30)}, set(), id="nobody-hit-tells-of-nobody"),
        pytest.param({"a": Counted(9, 0), "b": Counted(50, 20), "c": Counted(90, 40)}, {"a", "b"}, id="few-people"),
        pytest.param({"a": Counted(99, 9), "b": Counted(50, 20), "c": Counted(90, 40)}, {"a", "b"}, id="few-hit"),
        pytest.param({"a": Counted(30, 30), "b": Counted(50, 20), "c": Counted(90, 40)}, {"a", "b"}, id="all-hit"),
        pytest.param({"a": Counted(50, 5), "b": Counted(50, 5), "c": Counted(90, 40)}, {"a", "b"}, id="two-are-enough"),
        pytest.param({"a": Counted(50, 5)}, {"a"}, id="alone"),
    ],
)
def test_rows_are_withheld(table: dict[str, Counted], hidden: set[str]) -> None:
    assert withheld(table, 10) == hidden


@given(table=TABLES, k=st.integers(2, 15))
def test_what_is_shown_is_large_and_what_is_withheld_cannot_be_subtracted(table: dict[str, Counted], k: int) -> None:
    hidden = withheld(table, k)
    for name, row in table.items():
        if name not in hidden and row.cases:
            cases, hits, spared = _parts(row)
            assert cases >= k
            assert hits == 0 or hits >= k
            assert spared >= k
    rest = [_parts(table[name]) for name in hidden]
    if hidden and hidden != table.keys():
        assert len([row for row in rest if row[0]]) >= 2
        assert all(sum(column) >= k for column in zip(*rest, strict=True))


@given(table=TABLES, already=st.sets(st.sampled_from("abcdefghx")))
def test_what_is_already_withheld_stays_so(table: dict[str, Counted], already: set[str]) -> None:
    assert already & table.keys() <= withheld(table, 10, already) <= table.keys()


def test_a_k_that_protects_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="protects nobody"):
        withheld({}, 1)
