"""Conditions: tests joined by all, any and not, and what a journey makes of them.

Logic has three values (Kleene 1938): a test of a field that is not stated is neither met nor not met, and neither is
its negation. Nobody meets a condition through something that nobody said; who wants the silence itself asks `stated`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gatehouse.screening.criteria.fields import Field
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.operators import COMPARE, STATED, Operator
from gatehouse.screening.criteria.readings import READINGS, Value
from gatehouse.terms.saying import Saying

Wanted = Value | tuple[float, float]


class Test(NamedTuple):
    """One field compared with one value."""

    field: Field
    operator: Operator
    value: Wanted

    def __str__(self) -> str:
        return f"{self.field.name} {self.operator.name} {shown(self.value)}"


class Every(NamedTuple):
    """All parts are met."""

    parts: tuple[Condition, ...]


class Some(NamedTuple):
    """At least one part is met."""

    parts: tuple[Condition, ...]


class Opposite(NamedTuple):
    """The part is not met, and that is known."""

    part: Condition


Condition = Test | Every | Some | Opposite


MET, NOT_MET = Saying("%(test)s: met, is %(value)s"), Saying("%(test)s: not met, is %(value)s")
UNSTATED = {
    True: Saying("%(test)s: met, is not stated"),
    False: Saying("%(test)s: not met, is not stated"),
    None: Saying("%(test)s: not known, is not stated"),
}
"""What is said of a test whose field is not stated, by whether it is met."""


class TestOutcome(NamedTuple):
    """A test with the value it met: `is_met` is `None` where the field is not stated."""

    test: Test
    met: Value | None
    is_met: bool | None

    @property
    def says(self) -> Saying:
        """The test as the file writes it, and what it met."""
        if self.met is None:
            return UNSTATED[self.is_met].about(test=self.test)
        return (MET if self.is_met else NOT_MET).about(test=self.test, value=shown(self.met))

    def __str__(self) -> str:
        return str(self.says)


class Judgement(NamedTuple):
    """Whether a condition is met (`None`: not known), and every test of it in its order."""

    is_met: bool | None
    outcomes: tuple[TestOutcome, ...]


def judge(condition: Condition, journey: Journey) -> Judgement:
    """What the condition makes of the journey. No test is skipped, so that the explanation is whole."""
    if isinstance(condition, Test):
        outcome = _outcome(condition, journey)
        return Judgement(outcome.is_met, (outcome,))
    if isinstance(condition, Opposite):
        inner = judge(condition.part, journey)
        return Judgement(None if inner.is_met is None else not inner.is_met, inner.outcomes)
    judged = [judge(part, journey) for part in condition.parts]
    decisive = isinstance(condition, Some)
    truths = {part.is_met for part in judged}
    is_met = decisive if decisive in truths else None if None in truths else not decisive
    return Judgement(is_met, tuple(outcome for part in judged for outcome in part.outcomes))


def _outcome(test: Test, journey: Journey) -> TestOutcome:
    met = READINGS[test.field.name](journey)
    if test.operator.name == STATED:
        return TestOutcome(test, met, (met is not None) == test.value)
    return TestOutcome(test, met, None if met is None else COMPARE[test.operator.name](met, test.value))


def each_test(condition: Condition) -> Iterator[Test]:
    """Every test in its order."""
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, Opposite):
        yield from each_test(condition.part)
    else:
        for part in condition.parts:
            yield from each_test(part)


def shown(value: Wanted | None) -> str:
    """A value as people read it."""
    if value is None:
        return "not stated"
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    if isinstance(value, tuple):
        return f"{value[0]:g} to {value[1]:g}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else f"{value:g}"
