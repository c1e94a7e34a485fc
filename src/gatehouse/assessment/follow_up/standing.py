"""How a recommendation stands, in one word that is fair: what was not done for want of help is told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gatehouse.assessment.recommendations.obstacles import HELP_PENDING


class Standing(StrEnum):
    """From done to not begun."""

    CARRIED_OUT = "carried-out"
    """Closed by two, on evidence."""
    SAID_DONE = "said-done"
    """The State says so; nobody verified it yet."""
    UNDER_WAY = "under-way"
    WAITS_FOR_HELP = "waits-for-help"
    """Not carried out, and help that was asked for has not come (S/RES/2395 (2017), para 10)."""
    NOT_BEGUN = "not-begun"
    NO_WORD = "no-word"
    """The State has not reported."""


STATUSES = ("not-begun", "under-way", "done")
"""What a State says of its progress."""


@dataclass(frozen=True, slots=True)
class Told:
    """The last report of a State: what it says, and what stands in the way."""

    status: str
    obstacle: str


def standing(stage: str, told: Told | None, help_runs: bool) -> Standing:
    """The standing of a recommendation at a stage, by the State's last report. `help_runs`: a project serves it."""
    if stage == "closed":
        return Standing.CARRIED_OUT
    if told is None:
        return Standing.NO_WORD
    if told.status == "done":
        return Standing.SAID_DONE
    if told.obstacle == HELP_PENDING and not help_runs:
        return Standing.WAITS_FOR_HELP
    return Standing.UNDER_WAY if told.status == "under-way" else Standing.NOT_BEGUN
