"""Criteria applied to a journey: which match, and why. Pure: no clock, no store, no other traveller.

A match is a claim that awaits a person. It has no score and no effect, and nothing of it can be read by a criterion.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gatehouse.screening.criteria.condition import Judgement, TestOutcome, judge
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.journey import Journey


class Exculpation(NamedTuple):
    """An exculpating condition beside a journey: `is_met` is `None` where somebody should find out."""

    why: str
    is_met: bool | None
    outcomes: tuple[TestOutcome, ...]


class Verdict(NamedTuple):
    """What one criterion makes of a journey. It matches when the condition is met and nothing exculpates."""

    condition: Judgement
    exculpations: tuple[Exculpation, ...]

    @property
    def is_silenced(self) -> bool:
        """Whether the condition is met and an exculpating one as well."""
        return self.condition.is_met is True and any(one.is_met for one in self.exculpations)

    @property
    def is_match(self) -> bool:
        """Whether the criterion asks for a person's attention."""
        return self.condition.is_met is True and not self.is_silenced


class CriterionMatch(NamedTuple):
    """A criterion that matches a journey: its identifier, version and hash, the analyst's note, and why it does.

    `explanation` names every test with the value it met; `exculpations` are not met, or not known: what to ask.
    """

    identifier: str
    version: int
    sha256: str
    title: str
    triage: str
    explanation: tuple[TestOutcome, ...]
    exculpations: tuple[Exculpation, ...]


def verdict(criterion: Criterion, journey: Journey) -> Verdict:
    """What the criterion makes of the journey, whether it matches or not."""
    judged = judge(criterion.condition, journey)
    exculpations = []
    for one in criterion.exculpating:
        inner = judge(one.condition, journey)
        exculpations.append(Exculpation(one.why, inner.is_met, inner.outcomes))
    return Verdict(judged, tuple(exculpations))


def evaluate(criteria: Iterable[Criterion], journey: Journey) -> tuple[CriterionMatch, ...]:
    """The criteria that match the journey, in their order, each explained."""
    matches = []
    for criterion in criteria:
        said = verdict(criterion, journey)
        if said.is_match:
            named = (criterion.identifier, criterion.version, criterion.sha256, criterion.title, criterion.triage)
            matches.append(CriterionMatch(*named, said.condition.outcomes, said.exculpations))
    return tuple(matches)
