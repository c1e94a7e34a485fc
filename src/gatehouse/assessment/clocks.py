"""The clocks of the assessment side as a table (`clocks.csv`): what is due when, who owes it, what is late.

A step is counted from an event, or from another step: from the day that was done, or else is due. Somebody may set
another day for a step; days that contradict each other (an end before its beginning) are refused, all at once.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.errors import AssessmentError
from gatehouse.safeguards.period import Period
from gatehouse.terms.saying import Saying, together

YEARS_MAX = 20
"""A day further from its beginning than this is a slip of the pen."""


class ClockError(AssessmentError):
    """Deadlines that contradict each other, or a table that does."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row: what is due, counted from which event or step, how long after, owed by whom, on which ground."""

    name: str
    counted_from: str
    after: Period
    remind_days: int
    owed_by: str
    seen: bool
    ground: str


@dataclass(frozen=True, slots=True)
class Due:
    """A step of a running clock. `due` is None while what it is counted from has no day."""

    step: Step
    begins: dt.date | None
    due: dt.date | None
    done: dt.date | None

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed without its being done."""
        return self.done is None and self.due is not None and today > self.due

    def reminds(self, today: dt.date) -> bool:
        """Whether those who owe it are to be reminded today: from so many days before on, until it is done."""
        return self.done is None and self.due is not None and (self.due - today).days <= self.step.remind_days

    @property
    def days_late(self) -> int:
        """How many days after its day it was done; 0 where it was in time or is not done."""
        return max(0, (self.done - self.due).days) if self.done and self.due else 0


@lru_cache(maxsize=8)
def clock(name: str) -> tuple[Step, ...]:
    """The steps of a clock in order. Raises `ClockError` for a name that the table has not."""
    text = resources.files(__package__).joinpath("clocks.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    steps = tuple(_step(row) for row in rows if row["clock"] == name)
    if not steps:
        raise ClockError(Saying("no clock is called %(name)s; see clocks.csv", name=name))
    return checked(steps)


def _step(row: dict[str, str]) -> Step:
    after = Period.from_text(row["after"])
    return Step(
        row["step"], row["counted_from"], after, int(row["remind"]), row["owed_by"], row["seen"] == "yes", row["ground"]
    )


def checked(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps, where each is counted from an event or from a step before it. Raises `ClockError` otherwise."""
    names = [step.name for step in steps]
    if len(set(names)) < len(names):
        raise ClockError(Saying("a clock has a step twice; give each its own name"))
    for place, step in enumerate(steps):
        if step.counted_from in names[place:]:
            raise ClockError(
                Saying(
                    "%(name)s is counted from %(counted_from)s, which comes after it; turn them round",
                    name=step.name,
                    counted_from=step.counted_from,
                )
            )
    return steps


def running(
    steps: tuple[Step, ...], happened: Mapping[str, dt.date], set_days: Mapping[str, dt.date] | None = None
) -> tuple[Due, ...]:
    """Every step with its day. `happened` has the days of events and of steps done, `set_days` days that were set."""
    days: dict[str, dt.date] = {}
    found = []
    for step in steps:
        begins = happened.get(step.counted_from) or days.get(step.counted_from)
        due = (set_days or {}).get(step.name) or (step.after.after(begins) if begins else None)
        if due is not None:
            days[step.name] = due
        found.append(Due(step, begins, due, happened.get(step.name)))
    return tuple(found)


def contradictions(dues: tuple[Due, ...]) -> tuple[Saying, ...]:
    """What is wrong with days that were set: one before its beginning, or further off than any clock runs."""
    wrong = []
    for due in dues:
        if due.due is None or due.begins is None:
            continue
        if due.due < due.begins:
            wrong.append(Saying("%(step)s: %(due)s is before %(begun)s (%(begins)s)", **_told(due)))
        elif (due.due - due.begins).days > YEARS_MAX * 366:
            further = Saying("%(step)s: %(due)s is more than %(most)s years after %(begun)s")
            wrong.append(further.about(**_told(due), most=YEARS_MAX))
    return tuple(wrong)


def _told(due: Due) -> dict[str, object]:
    return {"step": due.step.name, "due": due.due, "begun": due.step.counted_from, "begins": due.begins}


def with_day(
    steps: tuple[Step, ...], happened: Mapping[str, dt.date], set_days: Mapping[str, dt.date], step: str, day: dt.date
) -> dict[str, dt.date]:
    """The days that were set, with one more. Raises `ClockError`, and says all that would contradict each other."""
    if step not in {one.name for one in steps}:
        raise ClockError(
            Saying(
                "no step is called %(step)s; those there are: %(choices)s",
                step=step,
                choices=", ".join(one.name for one in steps),
            )
        )
    days = {**set_days, step: day}
    if wrong := contradictions(running(steps, happened, days)):
        raise ClockError(Saying("these days contradict each other: %(wrong)s", wrong=together(*wrong)))
    return days
