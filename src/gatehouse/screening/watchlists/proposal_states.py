"""The states of a proposal to list somebody, as a table; what it does not name is not done."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """`proposed` waits for another person; the others are ends."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What is done to a proposal."""

    APPROVE = "approve"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


PROPOSAL: dict[tuple[State, Event], State] = {
    (State.PROPOSED, Event.APPROVE): State.APPROVED,
    (State.PROPOSED, Event.REFUSE): State.REFUSED,
    (State.PROPOSED, Event.WITHDRAW): State.WITHDRAWN,
}
"""(state, event) to the next state."""
