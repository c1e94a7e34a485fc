"""The kinds of work: which workers do one, how often it is tried, and by which clock it comes due by itself."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

WAIT_FACTOR = 4
"""Each wait before another try is as many times longer than the one before."""
WAIT_SECONDS_MAX = 3600


class Queue(StrEnum):
    """Which workers: those that hold the lists in memory, the one beside them, and one for what takes hours."""

    MESSAGES = "messages"
    UPKEEP = "upkeep"
    LONG = "long"
    """Upkeep that goes through everything stored: the rest of the upkeep does not wait behind it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work. `cron` (UTC, crontab(5)) is when it comes due by itself; None where something puts it down."""

    name: str
    queue: Queue
    tries_max: int
    first_wait_seconds: int
    cron: str | None
    says: str

    @property
    def lock(self) -> str | None:
        """What keeps two jobs of the kind from being done at once: upkeep is done by one at a time."""
        return None if self.queue is Queue.MESSAGES else self.name

    def wait_seconds(self, tries: int) -> int | None:
        """How long to wait after so many failed tries; None when they were all there are."""
        if tries >= self.tries_max:
            return None
        return int(min(WAIT_SECONDS_MAX, self.first_wait_seconds * WAIT_FACTOR ** (tries - 1)))


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind, by its name."""
    text = resources.files(__package__).joinpath("kinds.csv").read_text(encoding="utf-8")
    return {
        row["kind"]: Kind(
            row["kind"],
            Queue(row["queue"]),
            int(row["tries_max"]),
            int(row["first_wait_seconds"]),
            row["cron"] or None,
            row["says"],
        )
        for row in csv.DictReader(text.splitlines())
    }
