"""A person asks without an account: kept as it came, by the machine, which answers nothing but the number.

The answer is the same whoever asks and whatever is held. From one network address so many requests are taken in an
hour; the address is kept as a keyed hash, for a day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from django.db.models import F, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gatehouse.records import Visit, opened
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role
from gatehouse.screening.redress.attachments import attachments
from gatehouse.screening.redress.models import AskedFrom, RedressRequest, RequestAttachment
from gatehouse.screening.redress.store import KIND, Asked, open_request, reference

MACHINE = Actor("machine:web", Role.MACHINE)
ASKED_MAX = 5
"""Requests from one address in an hour."""
HOUR = dt.timedelta(hours=1)
KEPT = dt.timedelta(days=1)


def is_too_often(address: str) -> bool:
    """Whether so much came from this address within the hour that no more is taken now."""
    rows = AskedFrom.objects.filter(address=_hashed(address), hour__gt=timezone.now() - HOUR)
    return int(rows.aggregate(sum=Sum("requests"))["sum"] or 0) >= ASKED_MAX


def take_in(asked: Asked, contents: Sequence[bytes], address: str) -> str:
    """Keep a request with its files; its case number. Raises `RedressError` for what is too long, large or strange."""
    files = attachments(contents)
    visit = Visit(MACHINE, _rights())
    case = open_request(visit, asked)
    if files:
        number = RedressRequest.objects.values_list("id", flat=True).get(case=case)
        with opened(visit, Act.REDRESS_OPEN, Subject(KIND, reference(number))):
            RequestAttachment.objects.bulk_create(
                RequestAttachment(
                    request_id=number, number=turn, kind=one.kind, content=one.content,
                    sha256=hashlib.sha256(one.content).hexdigest(),
                )
                for turn, one in enumerate(files, 1)
            )  # fmt: skip
    _count(address)
    return case


def _count(address: str) -> None:
    now = timezone.now()
    AskedFrom.objects.filter(hour__lt=now - KEPT).delete()
    hour = now.replace(minute=0, second=0, microsecond=0)
    row, _ = AskedFrom.objects.get_or_create(address=_hashed(address), hour=hour)
    AskedFrom.objects.filter(pk=row.pk).update(requests=F("requests") + 1)


def _hashed(address: str) -> str:
    return salted_hmac("gatehouse.redress.address", address, algorithm="sha256").hexdigest()


def _rights() -> str:
    return next(one.code for one in law().profile.purposes if one.kind is PurposeClass.RIGHTS)
