"""Tables over several States that tell of none: small cells withheld, and what would give them away withheld with them.

A row is a region, a column an answer; the last row is all regions together. Withheld are: a region of fewer than k
States; a cell of fewer than k States, or all but fewer than k (`measures.small_cells`, by column); then, by row and by
column, so many more that what is withheld cannot be worked out from the totals. At the end every withheld cell is
bounded from what is shown, as a reader would; one that comes out as a single number takes its whole row with it.

Not covered: what a reader knows from elsewhere, and two tables of other questions whose answers hang together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gatehouse.assessment.confidentiality.bounds import pinned
from gatehouse.assessment.confidentiality.differencing import too_close
from gatehouse.assessment.confidentiality.errors import ConfidentialityError
from gatehouse.measures.ratio import Counted
from gatehouse.measures.small_cells import withheld
from gatehouse.terms.saying import Saying

K_STATES = 3
"""States that a published cell speaks of, at least."""
ALL = "all"
Grid = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class SafeRow:
    """A region: States counted, and the count of each answer; None where it is withheld."""

    name: str
    total: int | None
    cells: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class SafeTable:
    """What may be published. `groups` are the States behind each row that shows anything: kept, never published."""

    columns: tuple[str, ...]
    rows: tuple[SafeRow, ...]
    k: int
    groups: Mapping[str, frozenset[str]]

    @property
    def withheld(self) -> int:
        """How many cells are withheld."""
        return sum(cell is None for row in self.rows for cell in row.cells)


def safe_table(
    answers: Mapping[str, str],
    regions: Mapping[str, str],
    columns: Sequence[str],
    k: int = K_STATES,
    published: Iterable[frozenset[str]] = (),
) -> SafeTable:
    """The table of `answers` (by State) over `regions` (by State); `published` are groups of earlier tables.

    Raises `ConfidentialityError` for a k below 2, a State without a region, and an answer that is no column.
    """
    if k < 2:
        raise ConfidentialityError(Saying("a table for one State protects nobody; take k of 2 or more"))
    if set(answers) - set(regions) or set(answers.values()) - set(columns):
        raise ConfidentialityError(Saying("a State has no region, or an answer no column; complete them first"))
    groups = _groups(answers, regions)
    counts = {
        name: {column: sum(answers[state] == column for state in group) for column in columns}
        for name, group in groups.items()
    }
    close = too_close(groups, published, k)
    shut = _shut(groups, close - {ALL}, k)
    hidden = _hidden(counts, shut, ALL in close or len(answers) < k, k)
    return _shown(counts, groups, hidden, tuple(columns), k)


def _groups(answers: Mapping[str, str], regions: Mapping[str, str]) -> dict[str, frozenset[str]]:
    names = sorted({regions[state] for state in answers})
    groups = {name: frozenset(state for state in answers if regions[state] == name) for name in names}
    return {**groups, ALL: frozenset(answers)}


def _shut(groups: Mapping[str, frozenset[str]], close: frozenset[str], k: int) -> set[str]:
    """The regions of which nothing is shown, not even how many States: small ones, and enough to hide them among."""
    sizes = {name: len(group) for name, group in groups.items() if name != ALL}
    shut = {name for name, size in sizes.items() if size < k} | close
    spare = sorted((name for name in sizes if name not in shut), key=lambda name: (sizes[name], name))
    while shut and spare and (len(shut) < 2 or sum(sizes[name] for name in shut) < k):
        shut.add(spare.pop(0))
    return shut


def _hidden(counts: Grid, shut: set[str], no_total: bool, k: int) -> set[tuple[str, str]]:
    """The cells that are withheld: again and again by column and by row, until nothing is added."""
    columns = list(counts[ALL])
    hidden = {(name, column) for name in shut for column in columns}
    hidden |= {(ALL, column) for column in columns if no_total}
    while True:
        before = len(hidden)
        for column in columns:
            hidden |= _by_column(counts, column, hidden, k)
        for name, row in counts.items():
            if name not in shut and not (name == ALL and no_total):
                hidden |= _by_row(name, row, hidden, k)
        if len(hidden) == before:
            hidden |= {(name, column) for name in pinned(counts, hidden, shut, ALL) for column in columns}
        if len(hidden) == before:
            return hidden


def _by_column(counts: Grid, column: str, hidden: set[tuple[str, str]], k: int) -> set[tuple[str, str]]:
    """What has to be withheld of one answer, among the regions, and in all of them together."""
    parts = {name: Counted(sum(row.values()), row[column]) for name, row in counts.items() if name != ALL}
    already = [name for name in parts if (name, column) in hidden]
    found = {(name, column) for name in withheld(parts, k, already)}
    if withheld({ALL: Counted(sum(counts[ALL].values()), counts[ALL][column])}, k):
        found.add((ALL, column))
    return found


def _by_row(name: str, row: Mapping[str, int], hidden: set[tuple[str, str]], k: int) -> set[tuple[str, str]]:
    """What has to be withheld beside it in one row, since its total is shown."""
    found = {(name, column) for column in row if (name, column) in hidden}
    spare = sorted((column for column in row if (name, column) not in found), key=lambda column: (row[column], column))
    spare.sort(key=lambda column: row[column] == 0)
    while found and spare and (len(found) < 2 or sum(row[column] for _, column in found) < k):
        found.add((name, spare.pop(0)))
    return found


def _shown(
    counts: Grid, groups: Mapping[str, frozenset[str]], hidden: set[tuple[str, str]], columns: tuple[str, ...], k: int
) -> SafeTable:
    rows, kept = [], {}
    for name, row in counts.items():
        cells = tuple(None if (name, column) in hidden else row[column] for column in columns)
        nothing = all(cell is None for cell in cells)
        rows.append(SafeRow(name, None if nothing else sum(row.values()), cells))
        if not nothing:
            kept[name] = groups[name]
    return SafeTable(columns, tuple(rows), k, kept)
