"""The facts about a piece of a State's material, as the kernel is asked with them.

A room says what it knows of its piece with `Stage`; whose it is and who assesses it is read here. What is kept
confidential is told by the room `confidentiality`, through whoever has the mark in hand (`replace(facts, kept_to=…)`).
"""

from __future__ import annotations

from dataclasses import dataclass

from gatehouse.assessment.access.teams import team
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import KeptTo, Subject
from gatehouse.safeguards.vocabulary import SubjectClass


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a piece has come. `kept_to` is what the State keeps; `hidden_from` who is to judge first."""

    with_the_state: bool = False
    before_the_committee: bool = False
    adopted: bool = False
    shareable: bool = False
    published: bool = False
    kept_to: KeptTo | None = None
    hidden_from: frozenset[str] = frozenset()


FROM_THE_STATE = Stage(with_the_state=True)
"""What the State gave itself."""


def facts(
    kind: SubjectClass, ref: str, state: State, cycle: Cycle | None = None, stage: Stage = FROM_THE_STATE
) -> Subject:
    """The kernel's subject: a piece of the material of a State in a cycle, at a stage."""
    return Subject(
        kind,
        ref,
        state=state.code,
        team=team(state, cycle),
        with_the_state=stage.with_the_state,
        before_the_committee=stage.before_the_committee,
        adopted=stage.adopted,
        shareable=stage.shareable,
        published=stage.published,
        kept_to=stage.kept_to,
        hidden_from=stage.hidden_from,
    )
