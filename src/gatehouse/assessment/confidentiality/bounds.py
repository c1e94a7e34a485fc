"""What a reader can work out of a table: bounds of every withheld cell, from the totals and what is shown.

The bounds are tightened row by row and column by column until they stand still; they are those that an attentive
reader finds, and never narrower than the truth. A cell whose bounds meet is known.
"""

from __future__ import annotations

from collections.abc import Iterable

Cell = tuple[str, str]
Grid = dict[str, dict[str, int]]
Bounds = dict[Cell, tuple[int, int]]
ROUNDS_MAX = 200


def pinned(counts: Grid, hidden: set[Cell], shut: set[str], total: str) -> set[str]:
    """The rows of which a withheld cell can be worked out, other than those of which nothing is shown.

    `shut` are rows whose total is not shown, `total` is the row of all together. An answer that nobody gave is known
    to be nobody's, wherever it is withheld.
    """
    bounds = bounded(counts, hidden, shut, total)
    return {
        row
        for (row, column), (low, high) in bounds.items()
        if low == high and counts[total][column] and not _all_hidden(row, counts, hidden)
    }


def bounded(counts: Grid, hidden: set[Cell], shut: set[str], total: str) -> Bounds:
    """The least and the greatest that each withheld cell can be."""
    everybody = sum(counts[total].values())
    bounds: Bounds = dict.fromkeys(hidden, (0, everybody))
    sums = list(_sums(counts, hidden, shut, total))
    for _ in range(ROUNDS_MAX):
        before = dict(bounds)
        for cells, amount in sums:
            _tighten(bounds, cells, amount)
        if bounds == before:
            break
    return bounds


def _sums(counts: Grid, hidden: set[Cell], shut: set[str], total: str) -> Iterable[tuple[list[Cell], int]]:
    """Withheld cells that are known to add up to an amount: of each row with its total, of each column with its."""
    for name, row in counts.items():
        if name not in shut and not _all_hidden(name, counts, hidden):
            yield _part(((name, column) for column in row), counts, hidden, sum(row.values()))
    for column in counts[total]:
        if (total, column) not in hidden:
            cells = ((name, column) for name in counts if name != total)
            yield _part(cells, counts, hidden, counts[total][column])


def _part(cells: Iterable[Cell], counts: Grid, hidden: set[Cell], amount: int) -> tuple[list[Cell], int]:
    every = list(cells)
    shown = sum(counts[row][column] for row, column in every if (row, column) not in hidden)
    return [cell for cell in every if cell in hidden], amount - shown


def _tighten(bounds: Bounds, cells: list[Cell], amount: int) -> None:
    lows, highs = sum(bounds[cell][0] for cell in cells), sum(bounds[cell][1] for cell in cells)
    for cell in cells:
        low, high = bounds[cell]
        bounds[cell] = max(low, amount - (highs - high)), min(high, amount - (lows - low))


def _all_hidden(row: str, counts: Grid, hidden: set[Cell]) -> bool:
    return all((row, column) in hidden for column in counts[row])
