"""Why a hit is one, in a few words: the features that count most. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.screening.matching.explanation import messages
from gatehouse.terms.candidate import Reason

REASONS_SHOWN = 3
UNSAID = frozenset({"missing"})


def why(explanation: Iterable[Reason], most: int = REASONS_SHOWN) -> tuple[str, ...]:
    """The strongest reasons, for and against, as `birth date: same, the same day`."""
    return tuple(map(in_words, strongest(explanation, most)))


def strongest(explanation: Iterable[Reason], most: int = REASONS_SHOWN) -> tuple[Reason, ...]:
    """The reasons that count most, for and against, of what both sides state."""
    told = [reason for reason in explanation if reason.traveller and reason.entry and reason.outcome not in UNSAID]
    return tuple(sorted(told, key=lambda reason: -abs(reason.weight))[:most])


def in_words(reason: Reason) -> str:
    """One compared feature in words; `against` is said where it speaks against."""
    how = f", {reason.how}" if reason.how and reason.how != reason.outcome else ""
    against = " (against)" if reason.weight < 0 else ""
    return f"{feature_name(reason.feature)}: {reason.outcome}{how}{against}"


def feature_name(feature: str) -> str:
    """A feature as people call it."""
    return messages().get(f"feature.{feature}", feature.replace("-", " "))
