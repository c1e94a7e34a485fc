"""Small cells protected: a published table never tells of few people, nor lets it be worked out from its totals.

A row is withheld when it speaks of fewer than k people: so few in the group, so few hit, or so few *not* hit
(where all of a group were hit, belonging to it tells the outcome). Then further rows are withheld until those
withheld are at least two and k people together in each of the three ways, because a single withheld row is the total
less the others (complementary suppression). Where that cannot be reached, every row is withheld.

It protects one table with its totals. Two tables of overlapping people can still be subtracted from each other: publish
for periods that do not overlap, and once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gatehouse.measures.ratio import Counted

K = 10
"""People that a published cell speaks of, at least."""


def withheld(table: Mapping[str, Counted], k: int = K, already: Iterable[str] = ()) -> frozenset[str]:
    """The rows that must not be shown when the totals of the table are known. Prefers to withhold small rows.

    `already` are rows that are withheld for another reason. Raises `ValueError` for a `k` below 2.
    """
    if k < 2:
        raise ValueError(f"a cell of {k} people protects nobody; take 2 or more")
    hidden = {name for name, row in table.items() if _is_small(row, k)} | (table.keys() & set(already))
    if not hidden:
        return frozenset()
    # A row in which nobody was hit hides little behind it, so it comes last.
    spare = sorted((name for name in table if name not in hidden), key=lambda n: (not table[n].hits, table[n], n))
    while spare and not _is_hidden_well([table[name] for name in hidden], k):
        hidden.add(spare.pop(0))
    return frozenset(hidden)


def _parts(row: Counted) -> tuple[int, int, int]:
    return row.cases, row.hits, row.cases - row.hits


def _is_small(row: Counted, k: int) -> bool:
    cases, hits, spared = _parts(row)
    return cases > 0 and (cases < k or 0 < hits < k or spared < k)


def _is_hidden_well(rows: Iterable[Counted], k: int) -> bool:
    parts = [_parts(row) for row in rows]
    return len([row for row in parts if row[0]]) > 1 and all(sum(column) >= k for column in zip(*parts, strict=True))
