"""What a project changed (S/RES/2396 (2017), para 50 (d)): baseline, aim, what was measured, how sure, whose doing.

The share of the way is the change over the change that was aimed at; it can be negative, and more than whole. It says
what changed while the project ran, and not that the project did it: that is for the contribution statement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.terms.saying import Saying

CONFIDENCES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator: its value before, the value aimed at, the value measured (None: not yet), each on its day."""

    name: str
    unit: str
    baseline: Decimal
    baseline_on: dt.date
    aim: Decimal
    value: Decimal | None = None
    value_on: dt.date | None = None
    confidence: str = ""
    contribution: str = ""

    def __post_init__(self) -> None:
        if self.aim == self.baseline:
            raise AssistanceError(Saying("%(name)s: the aim is the baseline; say what is to change", name=self.name))
        if self.value_on is not None and self.value_on <= self.baseline_on:
            raise AssistanceError(
                Saying("%(name)s: it was measured before or with its baseline; give the later day", name=self.name)
            )
        if (self.value is None) != (self.value_on is None) or (self.value is not None and not self._is_told()):
            has = Saying(
                "%(name)s: a measured value has its day, a confidence (%(choices)s), and what the project contributed"
            )
            raise AssistanceError(has.about(name=self.name, choices=", ".join(CONFIDENCES)))

    def _is_told(self) -> bool:
        return self.confidence in CONFIDENCES and bool(self.contribution.strip())

    @property
    def change(self) -> Decimal | None:
        """The measured change; None before it was measured."""
        return None if self.value is None else self.value - self.baseline

    @property
    def share(self) -> Decimal | None:
        """The share of the way that was gone."""
        return None if self.change is None else self.change / (self.aim - self.baseline)


def missing(indicators: Iterable[Measured]) -> tuple[Saying, ...]:
    """What stands against closing: no indicator at all, and each that was not measured."""
    known = list(indicators)
    if not known:
        return (Saying("no indicator with a baseline"),)
    return tuple(Saying("%(name)s was not measured", name=one.name) for one in known if one.value is None)
