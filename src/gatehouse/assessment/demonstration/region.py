"""The region: its States, their cycles and teams; and the tables of the story."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.demonstration.cast import OPERATOR, TEAM
from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names

FIRST = ("Demo 2024-2025", dt.date(2024, 1, 1), dt.date(2025, 12, 31))
LATER = ("Demo 2026-2027", dt.date(2026, 1, 1), dt.date(2027, 12, 31))
CYCLES = (FIRST[0], LATER[0])
"""The names of the demonstration's cycles."""


@dataclass(frozen=True, slots=True)
class Told:
    """A State of the story: where it begins (0 to 2), what it gains in the second cycle, and its story."""

    state: State
    begins_at: int
    gains: int
    story: str


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation of the story, the kind of help it calls for, and what is found at each place, in two languages."""

    obligation: str
    theme: str
    said: tuple[str, str, str]
    said_zh: tuple[str, str, str]


@lru_cache(maxsize=4)
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def duties() -> tuple[Duty, ...]:
    """The obligations of the story."""
    return tuple(
        Duty(
            row["obligation"],
            row["theme"],
            (row["low"], row["middle"], row["high"]),
            (row["low_zh"], row["middle_zh"], row["high_zh"]),
        )
        for row in _rows("duties.csv")
    )


def cycle(told: tuple[str, dt.date, dt.date]) -> Cycle:
    """An open cycle of the demonstration."""
    return store.move_cycle(OPERATOR, store.add_cycle(OPERATOR, *told), "open")


def states() -> tuple[Told, ...]:
    """The twelve States."""
    return tuple(
        Told(
            store.add_state(OPERATOR, row["code"], row["region"], Names(row["name_en"], row["name_zh"])),
            int(row["begins_at"]),
            int(row["gains"]),
            row["story"],
        )
        for row in _rows("states.csv")
    )


def teams(of: tuple[Told, ...], in_cycle: Cycle) -> None:
    """Put the team on every State."""
    for told in of:
        for member in TEAM:
            name_member(OPERATOR, told.state, in_cycle, member)


def was_played() -> bool:
    """Whether the demonstration is here already."""
    return Cycle.objects.filter(name=FIRST[0]).exists()
