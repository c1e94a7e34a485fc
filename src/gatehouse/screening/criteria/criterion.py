"""A criterion: one version of a written rule, with everything a reviewer must know of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from gatehouse.screening.criteria.condition import Condition
from gatehouse.screening.criteria.journey import Journey


class Exculpating(NamedTuple):
    """A condition that silences the criterion, and why it speaks for the traveller."""

    why: str
    condition: Condition


class Case(NamedTuple):
    """A test case: a synthetic journey, and whether the criterion should match it."""

    name: str
    expected: bool
    journey: Journey


class Retirement(NamedTuple):
    """Since when the criterion is out of use, and why."""

    on: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One version. `sha256` is of the file's bytes: two files of one version are never taken for each other.

    `blind_to` are its known gaps, `triage` what an analyst should look at first, `no_exculpating_reason` why nothing
    could speak for the traveller where there is no exculpating condition.
    """

    identifier: str
    version: int
    title: str
    purpose: str
    legal_basis: str
    author: str
    approver: str
    written: dt.date
    review_by: dt.date
    sunset: dt.date
    blind_to: tuple[str, ...]
    triage: str
    condition: Condition
    cases: tuple[Case, ...]
    exculpating: tuple[Exculpating, ...] = ()
    no_exculpating_reason: str | None = None
    retirement: Retirement | None = None
    sha256: str = ""

    @property
    def name(self) -> str:
        """Identifier and version as hits name them: `cash-one-way 2`."""
        return f"{self.identifier} {self.version}"
