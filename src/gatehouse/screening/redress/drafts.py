"""An answer, correction or erasure that one person wrote and another has to look at: kept until done or declined.

Whoever approves does it in that moment: the kernel is asked of the one who wrote it together with the one who approves.
The draft's end is noted after that: killed between the two, it waits although it was done, and to approve it again is
refused (an answer) or changes nothing (a correction). An erasure, and a correction of what is masked, are only approved
here: the web process deletes nobody and does not write the vault; `carrying_out` does it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, Role
from gatehouse.screening.redress.answering import Said, answer, check
from gatehouse.screening.redress.corrections import FIELDS, correct
from gatehouse.screening.redress.done import done_for
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import Draft, RedressRequest
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.screening.redress.store import KIND, number_of, reference
from gatehouse.screening.travellers.models import Traveller
from gatehouse.terms.saying import Saying

ANSWER, CORRECT, ERASE = "answer", "correct", "erase"


OPEN = (Draft.State.WAITING, Draft.State.APPROVED)


def draft(visit: Visit, case: str, what: str, said: dict[str, Any]) -> int:
    """Keep what was written for a second person; its number. Raises `RedressError`, `RefusedError`."""
    number = number_of(case)
    if what == ANSWER:
        check(_said(said))
    elif what != ERASE and (what != CORRECT or said.get("field") not in FIELDS):
        raise RedressError(Saying("that is no answer, no correction and no erasure"), Saying("take one of the forms"))
    with opened(visit, Act.VIEW, subject(KIND, reference(number))):
        if Draft.objects.filter(request_id=number, state__in=OPEN).exists():
            raise RedressError(
                Saying("something of this request waits to be decided or done"), Saying("have that ended first")
            )
        if what == ANSWER:
            # Said now, not to the second person: a letter tells of nothing that was not done.
            done_for(RedressRequest.objects.get(id=number), _said(said).outcome)
        made = Draft.objects.create(
            request_id=number, what=what, said=said, purpose=visit.purpose, reference=visit.reference or "",
            drafted_by=visit.actor.id,
        )  # fmt: skip
    return int(made.pk)


def approve(visit: Visit, case: str, number: int, today: dt.date) -> None:
    """Do what was drafted, as its second person. Raises `RedressError` where nothing waits, `RefusedError`."""
    kept = _waiting(visit, case, number)
    both = Visit(Actor(kept.drafted_by, Role.REDRESS_OFFICER), kept.purpose, kept.reference, second=visit.actor)
    if kept.what == ERASE:
        _check_second(visit, kept)
        _end(visit, kept, Draft.State.APPROVED)
        return
    if kept.what == CORRECT and _is_masked(visit, kept):
        # What is masked lies in the vault, which the web process does not write: whoever owns the tables does it.
        _check_second(visit, kept)
        _end(visit, kept, Draft.State.APPROVED)
        return
    if kept.what == ANSWER:
        answer(both, case, _said(kept.said), today)
    else:
        correct(both, case, int(kept.said["traveller"]), kept.said["field"], kept.said["value"])
    _end(visit, kept, Draft.State.DONE)


def _is_masked(visit: Visit, kept: Draft) -> bool:
    with opened(visit, Act.VIEW, subject(KIND, reference(kept.request_id))):
        masked = Traveller.objects.filter(id=int(kept.said["traveller"]), masked_at__isnull=False)
        return bool(masked.exists())


def _check_second(visit: Visit, kept: Draft) -> None:
    """The kernel is asked of both when it is done; nobody is let wait for what it will refuse."""
    if visit.actor.role is not Role.DATA_PROTECTION_OFFICER or visit.actor.id == kept.drafted_by:
        raise RedressError(
            Saying("it is approved by a data protection officer who did not write it"),
            Saying("leave it to one"),
        )


def decline(visit: Visit, case: str, number: int) -> None:
    """Let it not be done: the data protection officer, or whoever wrote it. `RedressError` for anybody else."""
    kept = _waiting(visit, case, number)
    if visit.actor.role is not Role.DATA_PROTECTION_OFFICER and visit.actor.id != kept.drafted_by:
        raise RedressError(
            Saying("who looks does not decline"), Saying("leave it to the officer, or to whoever wrote it")
        )
    _end(visit, kept, Draft.State.DECLINED)


def _waiting(visit: Visit, case: str, number: int) -> Draft:
    with opened(visit, Act.VIEW, subject(KIND, reference(number_of(case)))):
        kept = Draft.objects.filter(pk=number, request__case=case, state=Draft.State.WAITING).first()
    if kept is None:
        raise RedressError(Saying("nothing of that number waits"), Saying("load the request again"))
    return kept


def _end(visit: Visit, kept: Draft, state: str) -> None:
    with opened(visit, Act.VIEW, subject(KIND, reference(kept.request_id))):
        waiting = Draft.objects.filter(pk=kept.pk, state=Draft.State.WAITING)
        waiting.update(state=state, decided_by=visit.actor.id, decided_at=timezone.now())


def _said(said: dict[str, Any]) -> Said:
    return Said(Outcome(said["outcome"]), said.get("reason", ""), tuple(said.get("hits", ())))
