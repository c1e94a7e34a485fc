"""What was done for a request, as its events tell: a letter says that, and nothing else.

An answer that something was corrected or erased is refused until it was.
"""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.screening.redress import states, telling
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RedressRequest, RequestEvent
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.terms.saying import Saying

NEEDED = {Outcome.CORRECTED: (states.CORRECTED, "correct"), Outcome.ERASED: (states.ERASED, "erase")}
"""Outcomes that tell of something done: the event that has to be there, and the command that does it."""


class Done(NamedTuple):
    """Fields corrected, in the order they first were; journeys erased; recipients whom a notice waits for."""

    fields: tuple[str, ...] = ()
    journeys: int = 0
    waiting: int = 0


def done_for(request: RedressRequest, outcome: Outcome) -> Done:
    """What was done. Raises `RedressError` where the outcome tells of something that was not."""
    events = list(RequestEvent.objects.filter(request=request).order_by("number"))
    if outcome in NEEDED:
        event, command = NEEDED[outcome]
        if not any(one.event == event for one in events):
            raise RedressError(
                Saying("nothing was %(outcome)s for this request", outcome=outcome),
                Saying("run `gatehouse redress %(command)s` first", command=command),
            )
    fields = dict.fromkeys(one.details["field"] for one in events if one.event == states.CORRECTED)
    journeys = sum(int(one.details["travellers"]) for one in events if one.event == states.ERASED)
    return Done(tuple(fields), journeys, telling.untold(request))
