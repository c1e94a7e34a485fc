"""Counts made fit for the public: small cells withheld, with as many others as it takes. Pure.

A table of people withholds rows by `measures.small_cells`; its total is withheld where all together are few. Tables
that count acts and not people are shown whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gatehouse.measures.ratio import Counted
from gatehouse.measures.small_cells import K, withheld


class Published(NamedTuple):
    """A table as it may be shown: a withheld row has no count, a withheld total is None."""

    table: str
    rows: dict[str, int | None]
    total: int | None


def published(table: str, rows: Mapping[str, int], of_people: bool, k: int = K) -> Published:
    """The table as it may be shown. Rows without anybody are left out before: a zero tells of nobody."""
    counted = {name: count for name, count in sorted(rows.items()) if count}
    total = sum(counted.values())
    if not of_people:
        return Published(table, dict(counted), total)
    if total < k:
        return Published(table, dict.fromkeys(counted), None) if total else Published(table, {}, 0)
    hidden = withheld({name: Counted(count, 0) for name, count in counted.items()}, k)
    return Published(table, {name: None if name in hidden else count for name, count in counted.items()}, total)
