"""Nobody is few in what is published, and no withheld row can be worked out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.oversight.publishing import published


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 60), max_size=8))
def test_no_small_cell_is_shown_or_follows_from_the_total(rows: dict[str, int]) -> None:
    made = published("t", rows, of_people=True)
    shown = [count for count in made.rows.values() if count is not None]
    hidden = [name for name, count in made.rows.items() if count is None]
    assert all(count >= 10 for count in shown)
    if made.total is not None and hidden:
        assert made.total - sum(shown) >= 10
        assert len(hidden) >= 2
    if made.total is None:
        assert shown == []


def test_counts_of_acts_are_shown_whole() -> None:
    assert published("t", {"a": 1, "b": 0}, of_people=False) == ("t", {"a": 1}, 1)


def test_nothing_is_nothing() -> None:
    assert published("t", {}, of_people=True) == ("t", {}, 0)
