"""The states of a flight leg, a booking and a traveller, and what each message does to them, as tables.

A pair that a table does not name changes nothing. `docs` draws its diagrams from these.
"""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.terms.reading import Reading

SCHEDULED, CLOSED, CANCELLED = "scheduled", "closed", "cancelled"
EXPECTED, BOARDED, NOT_BOARDED, REMOVED = "expected", "boarded", "not-boarded", "removed"
ACTIVE, OFF_FLIGHT = "active", "no-longer-on-flight"

FLIGHT_CHANGED = "flight-changed"
"""The event that moves a leg's times and destination; it leaves its state as it is."""

Table = dict[tuple[str, str], str]
"""(state, event) to the next state."""

LEG: Table = {
    (SCHEDULED, "close"): CLOSED,
    (SCHEDULED, "flight-cancelled"): CANCELLED,
    (CLOSED, "flight-cancelled"): CANCELLED,
}

TRAVELLER: Table = {
    (REMOVED, "listed"): EXPECTED,
    (CANCELLED, "listed"): EXPECTED,
    (EXPECTED, "on-board"): BOARDED,
    (NOT_BOARDED, "on-board"): BOARDED,
    (REMOVED, "on-board"): BOARDED,
    (CANCELLED, "on-board"): BOARDED,
    (EXPECTED, "not-on-board"): NOT_BOARDED,
    (BOARDED, "not-on-board"): NOT_BOARDED,
    (EXPECTED, "others-on-board"): BOARDED,
    (EXPECTED, "others-not-on-board"): NOT_BOARDED,
    (EXPECTED, "removed"): REMOVED,
    (BOARDED, "removed"): REMOVED,
    (EXPECTED, "reservation-cancelled"): CANCELLED,
    (BOARDED, "reservation-cancelled"): CANCELLED,
    (NOT_BOARDED, "reservation-cancelled"): CANCELLED,
    (EXPECTED, "flight-cancelled"): CANCELLED,
    (BOARDED, "flight-cancelled"): CANCELLED,
    (NOT_BOARDED, "flight-cancelled"): CANCELLED,
}
"""Parts of a close message may come in any order: who is named wins over who is only among the others."""

BOOKING: Table = {
    (ACTIVE, "reservation-cancelled"): CANCELLED,
    (ACTIVE, "vanished"): OFF_FLIGHT,
    (CANCELLED, "pushed"): ACTIVE,
    (OFF_FLIGHT, "pushed"): ACTIVE,
    (OFF_FLIGHT, "reservation-cancelled"): CANCELLED,
}


class Effect(NamedTuple):
    """What a message does: the event on its flight, on the travellers it names, and on all others of the flight.

    `states_travellers` is false where the message only names people: what it says of them replaces nothing.
    """

    leg: str | None
    named: str
    others: str | None = None
    states_travellers: bool = True


LISTED = Effect(None, "listed")
EFFECTS: dict[str, Effect] = {
    "745+XR": Effect(None, "reservation-cancelled", states_travellers=False),
    "745+RP": Effect(None, "removed", states_travellers=False),
    "266+CL": Effect("close", "named", states_travellers=False),
    "266+CLNB": Effect("close", "not-on-board", "others-on-board", states_travellers=False),
    "266+CLOB": Effect("close", "on-board", "others-not-on-board", states_travellers=False),
    "266+XF": Effect("flight-cancelled", "flight-cancelled", "flight-cancelled", states_travellers=False),
    "266+CF": Effect(FLIGHT_CHANGED, "listed"),
    "336+H": Effect(None, "removed", states_travellers=False),
}
"""By the wire's own codes (BGM 1001 and 1004); every other message lists travellers."""

TRAVELLER_TYPES = frozenset({"PAXLST", "PNRGOV"})
"""Message types that put travellers on flights; any other type that names travellers is treated as a list of them."""


def effect_of(reading: Reading) -> Effect:
    """What the message does to its flight and travellers."""
    return EFFECTS.get(reading.function_code or "", LISTED)


def after(table: Table, state: str, event: str) -> str:
    """The state after an event: unchanged where the table has no row for the pair."""
    return table.get((state, event), state)
