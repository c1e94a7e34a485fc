"""Coverage: every operative paragraph of every version, and what answers it, honestly.

A paragraph is served only when each of its obligations is; it is `not-yet` when none is answered at all. What is asked
comes from the catalogue and from whoever calls: questions live in a room above and are handed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gatehouse.assessment.obligations.catalogue.thread import Catalogue, Obligation, State, Version


@dataclass(frozen=True, slots=True)
class Covered:
    """One operative paragraph: its obligations, how far it is answered, and the questions that ask it."""

    version: Version
    paragraph: int
    obligations: tuple[Obligation, ...]
    state: State
    questions: tuple[str, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The commands and pages that answer it, each once."""
        return tuple(dict.fromkeys(o.evidence for o in self.obligations if o.evidence))


def coverage(catalogue: Catalogue, asked: Mapping[str, Sequence[str]] | None = None) -> list[Covered]:
    """All operative paragraphs in order. `asked`: questions by code or number of obligation."""
    return [
        _covered(catalogue, version, number, asked or {})
        for version in catalogue.versions
        for number in range(1, version.operative + 1)
    ]


def _covered(catalogue: Catalogue, version: Version, number: int, asked: Mapping[str, Sequence[str]]) -> Covered:
    found = catalogue.at(version.code, str(number))
    own = [obligation.question for obligation in found if obligation.question]
    names = (name for obligation in found for name in (obligation.code, *obligation.numbers))
    questions = [*own, *(question for name in names for question in asked.get(name, ()))]
    return Covered(version, number, found, state_of(found), tuple(dict.fromkeys(questions)))


def state_of(obligations: Sequence[Obligation]) -> State:
    """How far a paragraph with these obligations is answered; records beside demands do not count."""
    states = {obligation.state for obligation in obligations if obligation.state is not State.RECORD}
    if not states:
        return State.RECORD if obligations else State.NOT_YET
    return states.pop() if len(states) == 1 else State.PARTLY


def totals(rows: Sequence[Covered]) -> dict[str, Counter[State]]:
    """How many paragraphs of each version are in which state."""
    found: dict[str, Counter[State]] = {}
    for row in rows:
        found.setdefault(row.version.code, Counter())[row.state] += 1
    return found
