"""Erasures that two people approved on pages, done by whoever owns the tables: a command, as the clocks are.

The kernel is asked again, of the one who wrote it together with the one who approved, and the log is told of both. What
it refuses, and what a hold, a hit or a case keeps, stays approved and is told each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.drafts import ERASE
from gatehouse.screening.redress.erasing import Erased, erase
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import Draft, RequestEvent
from gatehouse.screening.redress.states import ERASED


class CarriedOut(NamedTuple):
    """An approved erasure: of which request, what was done, or why it was not."""

    case: str
    done: Erased | None
    why_not: str


def carry_out() -> Iterator[CarriedOut]:
    """Do what was approved, oldest first. Killed between an erasure and its note, the next run makes the note."""
    approved = Draft.objects.filter(what=ERASE, state=Draft.State.APPROVED)
    for kept in approved.select_related("request").order_by("pk"):
        second = Actor(kept.decided_by or "", Role.DATA_PROTECTION_OFFICER)
        visit = Visit(Actor(kept.drafted_by, Role.REDRESS_OFFICER), kept.purpose, kept.reference, second=second)
        if _was_done(kept):
            Draft.objects.filter(pk=kept.pk).update(state=Draft.State.DONE)
            continue
        try:
            done = erase(visit, kept.request.case)
        except (RedressError, RefusedError) as fault:
            yield CarriedOut(kept.request.case, None, str(fault))
            continue
        Draft.objects.filter(pk=kept.pk).update(state=Draft.State.DONE)
        yield CarriedOut(kept.request.case, done, "")


def _was_done(kept: Draft) -> bool:
    events = RequestEvent.objects.filter(request=kept.request_id, event=ERASED)
    return bool(kept.decided_at and events.filter(at__gte=kept.decided_at).exists())
