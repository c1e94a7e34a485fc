"""What a reader can work out of a table."""

from __future__ import annotations

from gatehouse.assessment.confidentiality.bounds import bounded, pinned

COUNTS = {"a": {"yes": 4, "no": 1}, "b": {"yes": 3, "no": 5}, "all": {"yes": 7, "no": 6}}


def test_a_single_withheld_cell_is_known() -> None:
    hidden = {("a", "no")}
    assert bounded(COUNTS, hidden, set(), "all") == {("a", "no"): (1, 1)}
    assert pinned(COUNTS, hidden, set(), "all") == {"a"}


def test_four_withheld_cells_are_bounded_and_not_known() -> None:
    hidden = {(row, column) for row in "ab" for column in ("yes", "no")}
    bounds = bounded({**COUNTS}, hidden, {"a", "b"}, "all")
    assert all(low < high for low, high in bounds.values())
    assert pinned(COUNTS, hidden, {"a", "b"}, "all") == set()
