"""Who is near the last day, or past it: told once at each step of the clock, in a transaction with its entry."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.screening.redress import states
from gatehouse.screening.redress.clock import is_reminder_due
from gatehouse.screening.redress.models import RedressRequest, RequestEvent
from gatehouse.screening.redress.store import Row, clock_of, reference, row_of

ACTOR = "machine:redress"


def remind(today: dt.date) -> list[Row]:
    """The open requests whose clock has come to a new step, nearest first; each is told of once for each step."""
    with transaction.atomic():
        found = RedressRequest.objects.filter(state__in=states.OPEN).select_for_update().order_by("received", "id")
        due = [one for one in found if is_reminder_due(clock_of(one).step(today), one.reminded)]
        for request in due:
            request.reminded = clock_of(request).step(today).value
            request.save(update_fields=["reminded"])
            number = RequestEvent.objects.filter(request=request).count() + 1
            RequestEvent.objects.create(
                request=request, number=number, event=states.REMIND, state=request.state, actor=ACTOR
            )
        log.record([_entry(request) for request in due])
    return sorted((row_of(request, today) for request in due), key=lambda row: (row.due, row.id))


def _entry(request: RedressRequest) -> Entry:
    subject, now = reference(request.id), timezone.now()
    return Entry(ACTOR, "machine", "redress.reminded", subject, "rights", Decision.DUE, "clock", now)
