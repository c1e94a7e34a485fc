"""What a trial says: expected hits and false hits, disparity between groups, and tests that stand for a protected one.

Small cells are withheld before the report exists, so that no copy of it holds them (`measures.small_cells`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gatehouse.measures.association import association
from gatehouse.measures.proportion import Proportion
from gatehouse.measures.ratio import Counted, Ratio, ratio_to_others
from gatehouse.measures.small_cells import K, withheld
from gatehouse.screening.criteria.groups import DIMENSIONS, UNKNOWN, pooled
from gatehouse.screening.criteria.thresholds import thresholds
from gatehouse.screening.criteria.trial import WHOLE, Trial

STRENGTH_DIGITS = 2
"""Digits of an association that are shown: more would help to work out what small cells hold."""


class GroupRow(NamedTuple):
    """A group of a dimension. Everything but the name is `None` where the row is withheld.

    `ratio` is the group's rate of hits over everybody else's; `is_flagged` when its low end is above the threshold.
    `false_hits` is `None` as well where it alone would tell of few, and where no hit has an outcome.
    """

    dimension: str
    group: str
    travellers: int | None = None
    hits: int | None = None
    false_hits: int | None = None
    ratio: Ratio | None = None
    is_flagged: bool = False


class Proxy(NamedTuple):
    """How far what was asked goes with a protected dimension. `finding`: flagged, clear, too-small, or no-contrast.

    Without contrast everybody is in one group, or everybody met what was asked, or nobody did.
    """

    asked: str
    dimension: str
    finding: str
    strength: float | None = None
    p_value: float | None = None
    groups_above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One criterion on one history. `first_day` and `last_day` are of departure; rates are per traveller.

    `unlabelled` hits have no outcome and are counted as false. `k` is the least number of people a cell speaks of.
    """

    identifier: str
    version: int
    sha256: str
    history: str
    made: dt.date
    first_day: str | None
    last_day: str | None
    travellers: int
    hits: Proportion
    false_hits: Proportion
    silenced: int
    not_known: int
    confirmed: int
    cleared: int
    unlabelled: int
    too_small: bool
    disparity: tuple[GroupRow, ...]
    proxies: tuple[Proxy, ...]
    k: int = K

    @property
    def flags(self) -> tuple[str, ...]:
        """What somebody must answer for before activation, in words; empty when nothing."""
        small = ("the history is too small to say much",) if self.too_small else ()
        rows = (f"{row.dimension} {row.group} is hit more often" for row in self.disparity if row.is_flagged)
        found = (f"{one.asked} goes with {one.dimension}" for one in self.proxies if one.finding == "flagged")
        return (*small, *rows, *found)


def report(trial: Trial, history: str, made: dt.date) -> Report:
    """The report of a trial; `history` names what it was tried on."""
    criterion, limits = trial.criterion, thresholds()
    hits = trial.hits.proportion()
    return Report(
        identifier=criterion.identifier,
        version=criterion.version,
        sha256=criterion.sha256,
        history=history,
        made=made,
        first_day=trial.first_day,
        last_day=trial.last_day,
        travellers=hits.cases,
        hits=hits,
        false_hits=trial.false_hits.proportion(),
        silenced=trial.silenced,
        not_known=trial.not_known,
        confirmed=trial.confirmed,
        cleared=trial.cleared,
        unlabelled=hits.count - trial.confirmed - trial.cleared,
        too_small=hits.cases < limits.travellers_min or hits.count < limits.hits_min,
        disparity=tuple(row for dimension in DIMENSIONS for row in _rows(trial, dimension)),
        proxies=tuple(_proxy(trial, asked, dimension) for asked in trial.asked for dimension in DIMENSIONS),
    )


def _rows(trial: Trial, dimension: str) -> Iterator[GroupRow]:
    table = pooled(trial.table(WHOLE, dimension))
    # Pooling must put the same groups together in both tables, so the false ones are pooled by the same people.
    false = _false_beside(trial, dimension, table)
    hidden = withheld(table)
    hidden_false = withheld(false, already=hidden)
    judged = trial.confirmed + trial.cleared
    ratios = _ratios(table, trial.hits.design_effect)
    for name, row in table.items():
        if name in hidden:
            yield GroupRow(dimension, name)
            continue
        shown = false[name].hits if judged and name not in hidden_false else None
        flagged = name != UNKNOWN and _is_above(ratios.get(name))
        yield GroupRow(dimension, name, row.cases, row.hits, shown, ratios.get(name), flagged)


def _false_beside(trial: Trial, dimension: str, table: dict[str, Counted]) -> dict[str, Counted]:
    false = trial.false_table(dimension)
    apart = {name: false[name] for name in table if name in false}
    hits, counts = (sum(row[part] for name, row in false.items() if name not in apart) for part in (0, 1))
    return {name: apart.get(name, Counted(hits, counts)) for name in table}


def _ratios(table: dict[str, Counted], design_effect: float = 1.0) -> dict[str, Ratio | None]:
    everybody = Counted(sum(row.cases for row in table.values()), sum(row.hits for row in table.values()))
    return {name: ratio_to_others(row, everybody, len(table), design_effect) for name, row in table.items()}


def _is_above(ratio: Ratio | None) -> bool:
    return ratio is not None and ratio.interval.low >= thresholds().ratio_min


def _proxy(trial: Trial, asked: str, dimension: str) -> Proxy:
    """Flagged for a strong association, or for one group that meets it clearly more often than all others.

    The second is needed for rare outcomes: their V is small even where every hit falls on one group.
    """
    limits = thresholds()
    table = {name: row for name, row in pooled(trial.table(asked, dimension)).items() if name != UNKNOWN}
    known, met = (sum(row[part] for row in table.values()) for part in (0, 1))
    if known < limits.known_min or met < limits.hits_min:
        return Proxy(asked, dimension, "too-small")
    found = association(table)
    if not found:
        return Proxy(asked, dimension, "no-contrast")
    hidden = withheld(table)
    above = [name for name, ratio in _ratios(table).items() if _is_above(ratio)]
    strong = found.strength >= limits.strength_min and found.p_value <= limits.p_value_max
    finding = "flagged" if strong or above else "clear"
    named = tuple(name for name in above if name not in hidden)
    return Proxy(asked, dimension, finding, round(found.strength, STRENGTH_DIGITS), found.p_value, named)
