"""The reasons of a candidate or hit, as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.terms.candidate import Reason

REASONS_SHOWN = 3


def strongest(explanation: Iterable[Reason]) -> list[str]:
    """What was compared on both sides, strongest first: `birth-date: same, the same day`.

    What is missing on a side, and the starting point that all candidates share, is left to the JSON form.
    """
    told = [reason for reason in explanation if reason.traveller and reason.entry and reason.outcome != "missing"]
    told.sort(key=lambda reason: -abs(reason.weight))
    return [f"{reason.feature}: {reason.outcome}, {reason.how}" for reason in told[:REASONS_SHOWN]]


def alias(explanation: Iterable[Reason], entry_name: str) -> str | None:
    """The entry's name that was compared, where it is another than the one shown."""
    compared = next((reason.entry for reason in explanation if reason.feature == "name"), None)
    return compared if compared and compared != entry_name else None
