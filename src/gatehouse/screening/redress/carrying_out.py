"""What two people approved on pages and the web process may not do, done by whoever owns the tables: a command, as the
clocks are. Erasures, and corrections of what is masked, which lies in the vault and is shown to nobody for it.

The kernel is asked again, of the one who wrote it together with the one who approved, and the log is told of both. What
it refuses, and what a hold, a hit or a case keeps, stays approved and is told each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.corrections import correct
from gatehouse.screening.redress.drafts import CORRECT, ERASE
from gatehouse.screening.redress.erasing import Erased, erase
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import Draft, RequestEvent
from gatehouse.screening.redress.states import CORRECTED, ERASED


class CarriedOut(NamedTuple):
    """An approved erasure or correction: of which request, what was erased, or why it was not done."""

    case: str
    done: Erased | None
    why_not: str
    corrected: bool = False


def carry_out() -> Iterator[CarriedOut]:
    """Do what was approved, oldest first. Killed between an erasure and its note, the next run makes the note."""
    approved = Draft.objects.filter(what__in=(ERASE, CORRECT), state=Draft.State.APPROVED)
    for kept in approved.select_related("request").order_by("pk"):
        second = Actor(kept.decided_by or "", Role.DATA_PROTECTION_OFFICER)
        visit = Visit(Actor(kept.drafted_by, Role.REDRESS_OFFICER), kept.purpose, kept.reference, second=second)
        if _was_done(kept):
            Draft.objects.filter(pk=kept.pk).update(state=Draft.State.DONE)
            continue
        done = None
        try:
            if kept.what == ERASE:
                done = erase(visit, kept.request.case)
            else:
                said = kept.said
                correct(visit, kept.request.case, int(said["traveller"]), said["field"], said["value"])
        except (RedressError, RefusedError) as fault:
            yield CarriedOut(kept.request.case, None, str(fault))
            continue
        Draft.objects.filter(pk=kept.pk).update(state=Draft.State.DONE)
        yield CarriedOut(kept.request.case, done, "", corrected=done is None)


def _was_done(kept: Draft) -> bool:
    events = RequestEvent.objects.filter(request=kept.request_id, event=ERASED)
    if kept.what == CORRECT:
        about = {"details__traveller": f"traveller:{kept.said['traveller']}", "details__field": kept.said["field"]}
        events = RequestEvent.objects.filter(request=kept.request_id, event=CORRECTED, **about)
    return bool(kept.decided_at and events.filter(at__gte=kept.decided_at).exists())
