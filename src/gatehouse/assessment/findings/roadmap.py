"""The stage of a capability, the steps that lead on, and what they need: beside the ratings, never part of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.questions.scale import STAGES, scale_of
from gatehouse.terms.saying import Saying

STEPS_MAX = 30
WORDS_CHARS_MAX = 2_000


class Kept(Protocol):
    """A stage as it is stored."""

    stage: str
    roadmap: list[dict[str, str]]
    resources: str


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done by which day."""

    what: str
    by: dt.date


def step_from(text: str) -> Step:
    """A step written as its day and what is to be done. Raises `FindingsError` for another form."""
    day, _, what = text.strip().partition(" ")
    try:
        return Step(what.strip(), dt.date.fromisoformat(day))
    except ValueError:
        raise FindingsError(
            Saying("a step is a day and what is to be done by it: `2027-03-01 pilot at one port`")
        ) from None


@dataclass(frozen=True, slots=True)
class Roadmap:
    """A stage of the scale, steps in the order of their days, and what stands in the way: time, money, people."""

    stage: str
    steps: tuple[Step, ...] = ()
    resources: str = ""

    def __post_init__(self) -> None:
        if self.stage not in scale_of(STAGES):
            raise FindingsError(Saying("a stage is one of %(choices)s", choices=", ".join(scale_of(STAGES))))
        words = (self.resources, *(step.what for step in self.steps))
        if len(self.steps) > STEPS_MAX or any(len(each) > WORDS_CHARS_MAX for each in words):
            raise FindingsError(
                Saying(
                    "a roadmap has at most %(most)s steps of %(most_2)s characters",
                    most=STEPS_MAX,
                    most_2=WORDS_CHARS_MAX,
                )
            )
        if not all(step.what.strip() for step in self.steps):
            raise FindingsError(Saying("a step says what is to be done"))
        if self.stage == "planned" and not self.steps:
            raise FindingsError(Saying("planned with a roadmap means that there are steps; name them with their days"))

    def columns(self) -> dict[str, object]:
        """As it is stored."""
        steps = sorted(self.steps, key=lambda step: step.by)
        kept = [{"what": step.what.strip(), "by": step.by.isoformat()} for step in steps]
        return {"stage": self.stage, "roadmap": kept, "resources": self.resources.strip()}

    def cut(self, cut: Callable[[str], str]) -> Roadmap:
        """The roadmap with its words cut for a reader; a step of which nothing is left goes out."""
        steps = tuple(Step(words, step.by) for step in self.steps if (words := cut(step.what)).strip())
        cut_short = Roadmap.__new__(Roadmap)
        for name, value in (("stage", self.stage), ("steps", steps), ("resources", cut(self.resources))):
            object.__setattr__(cut_short, name, value)
        return cut_short

    @classmethod
    def of(cls, row: Kept) -> Roadmap:
        """As it was stored."""
        steps = tuple(Step(each["what"], dt.date.fromisoformat(each["by"])) for each in row.roadmap)
        return cls(row.stage, steps, row.resources)
