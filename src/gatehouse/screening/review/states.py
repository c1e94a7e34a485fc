"""Where a hit stands with people, and what each act or event does to it, as a table.

A pair that the table does not name is no step: an act is then refused, an event of the machine changes nothing. The
machine's events never lead to `cleared` or `confirmed`. `docs/states.md` is drawn from this.
"""

from __future__ import annotations

OPEN, ASSIGNED, SECOND, NEEDS_MORE = "open", "assigned", "awaiting-second", "needs-more"
CLEARED, CONFIRMED = "cleared", "confirmed"
SILENT, CHANGED, REOPENED = "cleared-before", "changed-since", "reopened"
CLEARED_QUESTIONED, CONFIRMED_QUESTIONED, SILENT_QUESTIONED = (
    "cleared-questioned",
    "confirmed-questioned",
    "silence-questioned",
)

ASSIGN, RELEASE = "assigned", "released"
CLEAR, PROPOSE_CLEARING, PROPOSE_MATCH, ASK_FOR_MORE = "cleared", "clearing-proposed", "match-proposed", "more-asked"
AGREE_CLEARING, AGREE_MATCH, DISAGREE = "clearing-agreed", "match-agreed", "disagreed"
QUESTION, AGREE_REOPENING, REFUSE_REOPENING = "reopening-asked", "reopening-agreed", "reopening-refused"
SILENCE, CHANGE, NEWS = "silenced", "changed", "news"

Table = dict[tuple[str, str], str]
"""(state, event) to the next state."""

DECIDABLE = (OPEN, ASSIGNED, NEEDS_MORE, REOPENED, CHANGED)
"""Where somebody may decide, and somebody may be given it to decide."""

TABLE: Table = {
    **{(state, ASSIGN): ASSIGNED for state in DECIDABLE},
    (SECOND, ASSIGN): SECOND,
    (ASSIGNED, RELEASE): OPEN,
    (SECOND, RELEASE): SECOND,
    **{(state, CLEAR): CLEARED for state in DECIDABLE},
    **{(state, PROPOSE_CLEARING): SECOND for state in DECIDABLE},
    **{(state, PROPOSE_MATCH): SECOND for state in DECIDABLE},
    **{(state, ASK_FOR_MORE): NEEDS_MORE for state in DECIDABLE},
    (SECOND, AGREE_CLEARING): CLEARED,
    (SECOND, AGREE_MATCH): CONFIRMED,
    (SECOND, DISAGREE): OPEN,
    (CLEARED, QUESTION): CLEARED_QUESTIONED,
    (CONFIRMED, QUESTION): CONFIRMED_QUESTIONED,
    (SILENT, QUESTION): SILENT_QUESTIONED,
    **{(state, AGREE_REOPENING): REOPENED for state in (CLEARED_QUESTIONED, CONFIRMED_QUESTIONED, SILENT_QUESTIONED)},
    (CLEARED_QUESTIONED, REFUSE_REOPENING): CLEARED,
    (CONFIRMED_QUESTIONED, REFUSE_REOPENING): CONFIRMED,
    (SILENT_QUESTIONED, REFUSE_REOPENING): SILENT,
    (OPEN, SILENCE): SILENT,
    (ASSIGNED, SILENCE): SILENT,
    (NEEDS_MORE, SILENCE): SILENT,
    (CHANGED, SILENCE): SILENT,
    (CLEARED, CHANGE): CHANGED,
    (SILENT, CHANGE): CHANGED,
    (NEEDS_MORE, NEWS): OPEN,
}
"""A reopened hit is never silenced: two persons wanted it looked at. A confirmed one is never moved by a message."""

MACHINES = frozenset({SILENCE, CHANGE, NEWS})
"""Events that no person causes."""
STATES = tuple(dict.fromkeys([*(state for state, _ in TABLE), *TABLE.values()]))
QUESTIONED = (CLEARED_QUESTIONED, CONFIRMED_QUESTIONED, SILENT_QUESTIONED)
WAITING = frozenset({*DECIDABLE, SECOND, *QUESTIONED})
"""In the queue: somebody has something to do."""
SETTLED = frozenset({CLEARED, CONFIRMED, SILENT})


def after(state: str, event: str) -> str | None:
    """The state after an event; None where it is no step from there."""
    return TABLE.get((state, event))
