"""A traveller who was masked, for the pages of unmasking."""

from __future__ import annotations

from gatehouse.retention.running import run
from kept_people import AS_OF, IDENTITY, flight, law_of, person


def masked() -> int:
    """The number of a traveller named Roe, masked on the demonstration's clock."""
    law_of()
    who = person(flight("2026-05-01"), "ROE")
    run(AS_OF, IDENTITY, lambda: None, lambda _: None)
    return int(who.id)
