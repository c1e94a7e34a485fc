"""What to simulate, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

ENTRIES = 2_000
DEMO_TRAVELLERS, DEMO_PLANTED, DEMO_SEED = 12_000, 60, 2396
DAY = dt.date(2026, 1, 20)
"""A January day, because the stations' clocks are January's."""

DIRTY_SHARE = 0.04


class PlanError(ValueError):
    """A plan that cannot be carried out; the text says what to change."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A day to simulate.

    `travellers` people (crew and infants counted) fly, `plant` of them are on the list of `entries` persons. The
    same plan writes the same bytes; another `day` brings other traffic against the same list. `dirty` is the
    share of files that are written or transmitted badly. `unreadable` adds the files that hold no message at
    all. Refuses counts that contradict each other.
    """

    travellers: int
    plant: int
    seed: int
    out: Path
    entries: int = ENTRIES
    dirty: float = DIRTY_SHARE
    unreadable: bool = True
    day: dt.date = DAY

    def __post_init__(self) -> None:
        if self.travellers < 1:
            raise PlanError(f"{self.travellers} travellers: simulate at least 1")
        if not 0 <= self.plant <= self.travellers // 2:
            raise PlanError(f"{self.plant} planted of {self.travellers} travellers: plant at most half of them")
        if self.plant and self.entries < 1:
            raise PlanError("planting needs a list: give at least 1 entry")
        if not 0 <= self.dirty <= 1:
            raise PlanError(f"a dirty share of {self.dirty}: give a number from 0 to 1")


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written. `appearances` counts a traveller in each message anew; `dirt` and `variations` are by kind."""

    out: Path
    flights: int
    files: int
    messages: int
    travellers: int
    planted: int
    appearances: int
    entries: int
    dirt: tuple[tuple[str, int], ...]
    variations: tuple[tuple[str, int], ...]
    unreadable: int


def demo_plan(out: Path) -> Plan:
    """The day that the demonstration shows: a small hub, a few planted, some files dirty and some unreadable."""
    return Plan(DEMO_TRAVELLERS, DEMO_PLANTED, DEMO_SEED, out)
