"""What becomes of a cycle: the table from which the docs' diagram is drawn."""

from __future__ import annotations

from enum import StrEnum

from gatehouse.assessment.states.errors import StatesError
from gatehouse.terms.saying import Saying


class CycleState(StrEnum):
    """Where a cycle stands."""

    PLANNED = "planned"
    OPEN = "open"
    """States answer, assessors rate."""
    CLOSED = "closed"
    """Read only, for ever."""


CYCLE = {
    (CycleState.PLANNED, "open"): CycleState.OPEN,
    (CycleState.OPEN, "close"): CycleState.CLOSED,
}


def after(state: CycleState, event: str) -> CycleState:
    """The state after the event. Raises `StatesError` where the table has no arrow."""
    try:
        return CYCLE[state, event]
    except KeyError:
        raise StatesError(
            Saying(
                "a cycle that is %(state)s cannot %(event)s; see docs/assessment.md for its states",
                state=state,
                event=event,
            )
        ) from None
