"""Who asked is erased when the request has ended long enough ago; what was asked and how it was answered stays, of
nobody.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.retention.clocks import newest_past
from gatehouse.screening.redress.models import (
    Draft,
    RecipientNotice,
    RedressRequest,
    RequestAttachment,
    RequestPerson,
)
from gatehouse.screening.redress.reminders import ACTOR
from gatehouse.screening.redress.store import reference

NOBODY: dict[str, object] = {
    "stated_name": "", "address": [], "contact": "", "says": "", "names": "", "birth_date": "", "documents": [],
    "number": None, "reason": "",
}  # fmt: skip


def erase_ended(today: dt.date) -> int:
    """Erase who made the requests whose case clock has run out; how many. A run of the clocks does it too."""
    return erase_ended_until(newest_past(law().profile.retention.case_erase_after_closing, today))


def erase_ended_until(day: dt.date) -> int:
    """Erase who made the requests that ended on this day or before; how many."""
    with transaction.atomic():
        ended = RedressRequest.objects.filter(ended_at__date__lte=day).exclude(requestperson__stated_name="")
        due = list(ended.select_for_update(of=("self",)))
        RequestPerson.objects.filter(request__in=due).update(**NOBODY)
        RequestAttachment.objects.filter(request__in=due).delete()
        RecipientNotice.objects.filter(request__in=due).update(under="", changes={}, reason="")
        Draft.objects.filter(request__in=due).delete()
        log.record([_entry(one) for one in due])
    return len(due)


def _entry(request: RedressRequest) -> Entry:
    now = timezone.now()
    return Entry(ACTOR, "machine", "data.deleted", reference(request.pk), "rights", Decision.DUE, "erase-in-time", now)
