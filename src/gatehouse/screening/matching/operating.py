"""The operating point: what a threshold costs and finds, and which threshold each list has.

`operating.csv` holds measured figures only (`training/operating.py` writes it and says on what). An operator's own
choice is a small TOML file:

    default = 0.6
    [lists]
    "UN-SC" = 0.5
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.matching.weights import log_odds, weights

TABLE = Path(__file__).with_name("operating.csv")
FILE_BYTES_MAX = 1 << 20
"""Bytes of a file of thresholds: some ten thousand lists."""


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

    def floor_of(self, list_name: str) -> float:
        """The log-odds from which candidates of one list are reported."""
        return reporting_floor(self.of(list_name))

    def lowest_floor(self, present: Collection[str] | None = None) -> float:
        """The lowest floor of the lists `present`; without knowing them, of all that are named and of the default."""
        if present is None:
            return min(map(reporting_floor, (self.default, *self.lists.values())))
        return min(map(self.floor_of, present), default=reporting_floor(self.default))

    def in_words(self) -> str:
        """`0.6; UN-SC 0.5`: the default, then each list that has its own."""
        return "; ".join([f"{self.default}", *(f"{name} {value}" for name, value in sorted(self.lists.items()))])


AS_SHIPPED = Thresholds(weights()["operating"]["threshold"], {})
"""What holds where the operator chose nothing."""
_FLOOR = log_odds(weights()["operating"]["reporting_floor"])
_BELOW = log_odds(AS_SHIPPED.default) - _FLOOR
"""How far, in log-odds, the shipped floor is below the shipped threshold."""
CERTAIN = 36.0
"""Log-odds above which a score is 1 to the last digit: a threshold of 1 is no higher than this."""


def reporting_floor(threshold: float) -> float:
    """The log-odds from which candidates are reported, given the threshold of their list.

    As far below a raised threshold as the shipped floor is below the shipped one, so that a near miss is still seen. A
    threshold below the shipped one leaves the floor where it is, unless it is lower still.
    """
    raised = min(log_odds(threshold), CERTAIN)
    return raised - _BELOW if threshold >= AS_SHIPPED.default else min(_FLOOR, raised)


def operating_points() -> tuple[OperatingPoint, ...]:
    """The measured table, by rising threshold."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        return tuple(OperatingPoint(*(float(row[field]) for field in OperatingPoint._fields)) for row in rows)


def _probability(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 < value <= 1.0:
        raise OperatingError(f"{where} is not a number above 0 and up to 1; write it as 0.6")
    return float(value)


def _toml(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as stream:
            content = stream.read(FILE_BYTES_MAX + 1)
    except OSError as fault:
        raise OperatingError(f"{path}: cannot be read: {fault.strerror}; check the name and its permissions") from fault
    if len(content) > FILE_BYTES_MAX:
        raise OperatingError(f"{path}: is larger than {FILE_BYTES_MAX} bytes and no file of thresholds; check the name")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise OperatingError(f"{path}: is not UTF-8; save it as UTF-8") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise OperatingError(f"{path}: is not TOML ({fault}); docs/matching.md shows the form") from fault


def thresholds_from(path: Path) -> Thresholds:
    """The thresholds of a TOML file. Raises `OperatingError` for anything but `default` and a table `lists`."""
    read = _toml(path)
    unknown = sorted(set(read) - {"default", "lists"})
    if unknown:
        raise OperatingError(f"{path}: unknown key {unknown[0]}; known are default and the table [lists]")
    lists = read.get("lists", {})
    if not isinstance(lists, dict):
        raise OperatingError(f"{path}: lists is no table; write [lists] on a line and the lists below it")
    default = _probability(read.get("default", AS_SHIPPED.default), f"{path}: default")
    return Thresholds(default, {name: _probability(value, f"{path}: {name}") for name, value in sorted(lists.items())})


def toml_of(thresholds: Thresholds) -> str:
    """The text of a file that `thresholds_from` reads back."""
    named = [f"{_quoted(name)} = {value!r}" for name, value in sorted(thresholds.lists.items())]
    return "\n".join([f"default = {thresholds.default!r}", *(["[lists]", *named] if named else [])]) + "\n"


def _quoted(key: str) -> str:
    # JSON escapes what TOML's basic strings want escaped, but for DEL.
    return json.dumps(key, ensure_ascii=False).replace("\x7f", "\\u007f")


def table_text(
    points: Iterable[OperatingPoint], travellers_per_day: int, undated_share: float = 0.0
) -> list[tuple[str, ...]]:
    """The rows to show: threshold, recall, false per 1,000, and hits a day at this traffic, dated and not."""
    return [
        (
            f"{point.threshold:.2f}",
            f"{100 * point.recall:.1f} %",
            f"{100 * point.recall_undated:.1f} %",
            f"{point.false_per_thousand:.2f}",
            f"{point.false_per_thousand_undated:.2f}",
            f"{point.hits_per_day(travellers_per_day, undated_share):.0f}",
        )
        for point in points
    ]
