"""A request whole, for the page at the desk: who asks, what they sent, what happened, what waits for another."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from django.db.models.functions import Length

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.redress.clock import Step
from gatehouse.screening.redress.drafts import OPEN
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import (
    Draft,
    RecipientNotice,
    RedressRequest,
    RequestAttachment,
    RequestEvent,
    RequestPerson,
)
from gatehouse.screening.redress.number import shown
from gatehouse.screening.redress.store import KIND, number_of, person_of, reference, row_of
from gatehouse.terms.saying import Saying


class DeskRow(NamedTuple):
    """Where the request stands, without the person."""

    kind: str
    state: str
    received: dt.date
    due: dt.date
    step: Step
    is_proved: bool
    is_extended: bool
    outcome: str | None


class Sent(NamedTuple):
    """A file that came with the request."""

    number: int
    kind: str
    size: int


class DeskPage(NamedTuple):
    """A request as its page shows it. `person` was read whole; `drafts` are those that wait to be decided, or done;
    `notices` what recipients of the data were or are to be told.
    """

    row: DeskRow
    person: RequestPerson
    number: str
    sent: list[Sent]
    events: list[RequestEvent]
    drafts: list[Draft]
    notices: list[RecipientNotice]


def page_of(visit: Visit, case: str, today: dt.date) -> DeskPage:
    """The request. Raises `UnknownRequestError`, `RefusedError`."""
    number = number_of(case)
    with opened(visit, Act.VIEW, subject(KIND, reference(number))):
        request = RedressRequest.objects.get(id=number)
        person = person_of(request)
        files = RequestAttachment.objects.filter(request=request).order_by("number").annotate(size=Length("content"))
        return DeskPage(
            _row(request, today),
            person,
            shown(person.number) if person.number else "",
            [Sent(*one) for one in files.values_list("number", "kind", "size")],
            list(RequestEvent.objects.filter(request=request).order_by("number")),
            list(Draft.objects.filter(request=request, state__in=OPEN).order_by("pk")),
            list(RecipientNotice.objects.filter(request=request).order_by("pk")),
        )


def attachment(visit: Visit, case: str, number: int) -> tuple[str, bytes]:
    """The kind and bytes of a file that was sent. Raises `RedressError` for none, `RefusedError`."""
    request = number_of(case)
    with opened(visit, Act.VIEW, subject(KIND, reference(request))):
        found: Any = RequestAttachment.objects.filter(request_id=request, number=number).first()
        if found is None:
            raise RedressError(Saying("no such file came with the request"), Saying("load the request again"))
        return found.kind, bytes(found.content)


def _row(request: RedressRequest, today: dt.date) -> DeskRow:
    row = row_of(request, today)
    return DeskRow(
        row.kind, row.state, row.received, row.due, row.step, bool(request.proved_by), request.extended, row.outcome
    )
