"""A notice for every recipient of the person's data, that it was corrected or erased, or that the person was cleared.

Written in the transaction of what it tells of, while it is still known whom the data was given to. It is a task: a
person sends it and says so, and later what the recipient did about it. A correction that comes before an earlier one
was sent is told of together with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.redress import disclosures, states
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import RecipientNotice, RedressRequest
from gatehouse.screening.redress.store import KIND, number_of, reference, stepping
from gatehouse.terms.saying import Saying

NOTHING: Mapping[str, str] = {}


class Did(StrEnum):
    """What a recipient did about a notice."""

    DONE = "done"
    REFUSED = "refused"
    NO_ANSWER = "no-answer"


class Told(NamedTuple):
    """What recipients are told: corrected, erased or cleared; fields with what is right; the reasons."""

    why: str
    changes: Mapping[str, str] = NOTHING
    reason: str = ""


class Task(NamedTuple):
    """A notice that waits to be sent, in a list: nothing of the person."""

    case: str
    number: int
    disclosure: str
    recipient: str
    why: str
    given_at: dt.datetime | None
    made_at: dt.datetime
    told_at: dt.datetime | None
    told_by: str | None
    answer: str | None


def tell_recipients(request: RedressRequest, travellers: Sequence[int], told: Told) -> None:
    """Leave the notices about these travellers; a disclosure that waits with the same word is not told of twice."""
    before = RecipientNotice.objects.filter(request=request, why=told.why).order_by("pk")
    latest = {one.disclosure: one for one in before}
    for given in disclosures.about(tuple(travellers)):
        found = latest.get(given.reference)
        if found is not None and found.told_at is None:
            found.changes = {**found.changes, **told.changes}
            found.save(update_fields=["changes"])
        elif found is None or told.changes:
            RecipientNotice.objects.create(
                request=request, disclosure=given.reference, recipient=given.recipient, why=told.why, given_at=given.at,
                under=given.under, parts=list(given.parts), changes=dict(told.changes), reason=told.reason,
            )  # fmt: skip


def untold(request: RedressRequest) -> int:
    """How many recipients a notice of this request still waits for."""
    return RecipientNotice.objects.filter(request=request, told_at=None).values("recipient").distinct().count()


def tasks(visit: Visit, case: str | None = None) -> list[Task]:
    """The notices of one request, or those of all that wait to be sent, oldest first. Raises `RedressError`,
    `RefusedError`.
    """
    ref = reference(number_of(case)) if case else "store:redress"
    act = Act.VIEW if case else Act.SEARCH
    with opened(visit, act, subject(KIND, ref)):
        found = RecipientNotice.objects.filter(request__case=case.strip().upper()) if case else waiting()
        return [task_of(one) for one in found.select_related("request").order_by("pk")]


def waiting() -> QuerySet[RecipientNotice]:
    """The notices that wait to be sent."""
    return RecipientNotice.objects.filter(told_at=None)


def task_of(one: RecipientNotice) -> Task:
    """The notice in a list."""
    told = (one.disclosure, one.recipient, one.why, one.given_at, one.made_at, one.told_at, one.told_by, one.answer)
    return Task(one.request.case, one.pk, *told)


def sent(visit: Visit, case: str, number: int) -> None:
    """Note that a person sent the notice to its recipient. Raises `RedressError` where none waits, `RefusedError`."""
    of = notice(visit, case, number).disclosure
    with stepping(visit, case, Act.REDRESS_TELL, states.TOLD, {"disclosure": of}) as step:
        if not waiting().filter(pk=number).update(told_at=timezone.now(), told_by=visit.actor.id):
            raise RedressError(Saying("the notice was sent already"), Saying("see `gatehouse redress notices`"))
        step.details["disclosure"] = of


def heard(visit: Visit, case: str, number: int, did: Did) -> None:
    """Note what the recipient did about a notice that was sent, in the place of what was heard before.

    Raises `RedressError` where it was not sent, `RefusedError`.
    """
    of = notice(visit, case, number).disclosure
    told: dict[str, int | str] = {"disclosure": of, "answered": 1}
    with stepping(visit, case, Act.REDRESS_TELL, states.HEARD, told) as step:
        sent_ones = RecipientNotice.objects.filter(pk=number).exclude(told_at=None)
        if not sent_ones.update(answer=did.value, answer_at=timezone.now(), answer_by=visit.actor.id):
            raise RedressError(
                Saying("the notice was not sent yet"), Saying("send it, and run `gatehouse redress told` first")
            )
        step.details.update({"disclosure": of, "answer": did.value})


def notice(visit: Visit, case: str, number: int) -> RecipientNotice:
    """A notice of a request, whole. Raises `RedressError` for none, `RefusedError`."""
    request = number_of(case)
    with opened(visit, Act.VIEW, subject(KIND, reference(request))):
        found = RecipientNotice.objects.filter(pk=number, request_id=request).select_related("request").first()
    if found is None:
        raise RedressError(
            Saying("the request has no notice of that number"), Saying("see `gatehouse redress notices`")
        )
    return found
