"""The operating point: what a threshold costs and finds, and which threshold each list has.

`operating.csv` holds measured figures only (`training/operating.py` writes it and says on what). An operator's own
choice is a small TOML file:

    default = 0.6
    [lists]
    "UN-SC" = 0.5
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.matching.weights import weights

TABLE = Path(__file__).with_name("operating.csv")


class OperatingError(ValueError):
    """A file of thresholds that cannot be followed; the text says what to change."""


class OperatingPoint(NamedTuple):
    """One threshold: the share of listed travellers found, with and without birth date, and false candidates.

    `recall` is of listed persons with one typing error or in another order; `false_per_thousand` counts candidates
    for 1,000 travellers on no list.
    """

    threshold: float
    recall: float
    recall_undated: float
    false_per_thousand: float
    false_per_thousand_undated: float

    def hits_per_day(self, travellers: int, undated_share: float = 0.0) -> float:
        """Candidates to expect among so many travellers a day of whom so many state no birth date."""
        dated = self.false_per_thousand * (1.0 - undated_share)
        return travellers / 1000 * (dated + self.false_per_thousand_undated * undated_share)


class Thresholds(NamedTuple):
    """The threshold of each list, and of every list not named."""

    default: float
    lists: Mapping[str, float]

    def of(self, list_name: str) -> float:
        """The threshold of one list."""
        return self.lists.get(list_name, self.default)


def operating_points() -> tuple[OperatingPoint, ...]:
    """The measured table, by rising threshold."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        return tuple(OperatingPoint(*(float(row[field]) for field in OperatingPoint._fields)) for row in rows)


def _probability(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 < value <= 1.0:
        raise OperatingError(f"{name}: a threshold is a number above 0 and up to 1")
    return float(value)


def thresholds_from(path: Path) -> Thresholds:
    """The thresholds of a TOML file. Raises `OperatingError` for anything but `default` and a table `lists`."""
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise OperatingError(f"{path}: {fault}") from fault
    unknown = sorted(set(read) - {"default", "lists"})
    if unknown:
        raise OperatingError(f"{path}: unknown key {unknown[0]}")
    lists = read.get("lists", {})
    if not isinstance(lists, dict):
        raise OperatingError(f"{path}: lists is a table of list name and threshold")
    default = _probability(read.get("default", weights()["operating"]["threshold"]), "default")
    return Thresholds(default, {name: _probability(value, name) for name, value in sorted(lists.items())})


def table_text(points: Iterable[OperatingPoint], travellers_per_day: int) -> list[tuple[str, ...]]:
    """The rows to show: threshold, recall, false per 1,000, and hits a day at this traffic, dated and not."""
    return [
        (
            f"{point.threshold:.2f}",
            f"{100 * point.recall:.1f} %",
            f"{100 * point.recall_undated:.1f} %",
            f"{point.false_per_thousand:.2f}",
            f"{point.false_per_thousand_undated:.2f}",
            f"{point.hits_per_day(travellers_per_day):.0f}",
        )
        for point in points
    ]
