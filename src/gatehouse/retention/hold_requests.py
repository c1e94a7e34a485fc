"""Holds that one person asks for and another places: what is asked for waits here, and is kept whatever becomes of it.

The kernel is asked when the second person decides, of the one who asked together with them, through the one door: the
hold, its entry in the log and the answer to the request are one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from django.utils import timezone

from gatehouse.records import Visit
from gatehouse.retention.errors import HoldError
from gatehouse.retention.holds import check_wanted, place
from gatehouse.retention.models import Hold, HoldRequest
from gatehouse.safeguards.decision import Actor, Refuse, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.terms.saying import Saying

State = HoldRequest.State
ASKS = Role.SENIOR_ANALYST
"""The role in which a hold is asked for (safeguards/policy.csv, `hold-a-case`)."""


class Wanted(NamedTuple):
    """Whom to keep for which case (`case:17`), until when, and why."""

    case: str
    travellers: tuple[int, ...]
    until: dt.date
    why: str


def ask(visit: Visit, wanted: Wanted) -> int:
    """Ask for a hold; the number of the request. Raises `HoldError` for one that could not be placed, or by no one."""
    check_wanted(wanted.travellers, wanted.until)
    if not wanted.why.strip():
        raise HoldError(
            Saying("a hold is asked for with a reason"), Saying("say why the data are needed beyond their clock")
        )
    subject = Subject(SubjectClass.CASE, wanted.case)
    answer = may(visit.actor, Act.HOLD, subject, visit.purpose, visit.context(timezone.now()))
    if isinstance(answer, Refuse):
        raise HoldError(Saying(answer.reason), Saying("see %(provision)s", provision=answer.provision))
    made = HoldRequest.objects.create(
        case=wanted.case,
        travellers=sorted(set(wanted.travellers)),
        until=wanted.until,
        why=wanted.why,
        purpose=visit.purpose,
        reference=visit.reference or "",
        asked_by=visit.actor.id,
        unit=visit.actor.unit,
    )
    return int(made.pk)


def approve(second: Visit, number: int, reason: str) -> Hold:
    """Place the hold that was asked for, as its second person. Raises as `holds.place` does."""
    request = open_request(number)
    asker = Actor(request.asked_by, ASKS, request.unit)
    visit = Visit(asker, request.purpose, reference=request.reference, second=second.actor)

    def answered(held: Hold) -> None:
        _decide(second, number, State.PLACED, reason, held)

    return place(visit, request.case, request.travellers, request.until, answered)


def refuse(second: Visit, number: int, reason: str) -> None:
    """Let it not be placed: by the data protection officer, or by whoever asked and thought better of it."""
    request = open_request(number)
    own = second.actor.id == request.asked_by
    if not own and second.actor.role is not Role.DATA_PROTECTION_OFFICER:
        raise HoldError(
            Saying("request %(number)s is not yours to decide", number=number),
            Saying("leave it to the data protection officer"),
        )
    _decide(second, number, State.WITHDRAWN if own else State.REFUSED, reason, None)


def waiting() -> Sequence[HoldRequest]:
    """The requests that wait, oldest first."""
    return list(HoldRequest.objects.filter(state=State.OPEN).order_by("pk"))


def open_request(number: int) -> HoldRequest:
    """A request that waits. HoldError for one that does not."""
    found = HoldRequest.objects.filter(pk=number, state=State.OPEN).first()
    if found is None:
        raise HoldError(Saying("no request %(number)s waits", number=number), Saying("look at those that do"))
    return found


def _decide(visit: Visit, number: int, state: str, reason: str, held: Hold | None) -> None:
    if not reason.strip():
        raise HoldError(Saying("a request is decided for a reason"), Saying("say which"))
    told = {"state": state, "decided_by": visit.actor.id, "decided_at": timezone.now(), "decision": reason}
    if not HoldRequest.objects.filter(pk=number, state=State.OPEN).update(hold=held, **told):
        raise HoldError(Saying("request %(number)s was decided meanwhile", number=number), Saying("look at it again"))
