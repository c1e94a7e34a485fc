"""Whether a hit stays silent because the pair was cleared, or comes back because something material changed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gatehouse.screening.review import states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.evidence import Tokens, is_covered


class Remembered(NamedTuple):
    """What a decision in force says of a pair: the act that made it, the answer, and hashes of what was compared."""

    act: int
    answer: str
    entry_evidence: str
    evidence: Tokens


class Now(NamedTuple):
    """The pair as it is known now: hashes of the traveller's evidence, and of the entry's (None: not in force here)."""

    evidence: Tokens
    entry_evidence: str | None


class Step(NamedTuple):
    """What happens to the hit: an event of the machine, and the act of an earlier decision that it rests on."""

    event: str
    rests_on: int | None = None


def step_for(state: str, now: Now, remembered: Iterable[Remembered], has_news: bool) -> Step | None:
    """The machine's step for a hit in this state; None where it is left alone.

    `remembered` are the decisions in force on this pair, oldest first. A confirmation among them, for whichever
    flight, keeps everything loud. Where the entry is not in force here nothing can be compared, and nothing is done.
    """
    if now.entry_evidence is None:
        return None
    covering = covering_clearance(now, list(remembered))
    if covering and states.after(state, states.SILENCE):
        return Step(states.SILENCE, covering.act)
    if not covering and states.after(state, states.CHANGE):
        return Step(states.CHANGE)
    if has_news and states.after(state, states.NEWS):
        return Step(states.NEWS)
    return None


def covering_clearance(now: Now, remembered: list[Remembered]) -> Remembered | None:
    """The newest clearance that speaks of all that is known now; None where somebody confirmed the pair."""
    if any(one.answer == Answer.SAME for one in remembered):
        return None
    clearances = [one for one in remembered if one.answer == Answer.NOT_SAME]
    fitting = (
        one
        for one in reversed(clearances)
        if one.entry_evidence == now.entry_evidence and is_covered(now.evidence, one.evidence)
    )
    return next(fitting, None)
