"""What the clocks did, for those who supervise: runs, what they counted, and certificates with the notes that sign
them.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gatehouse.oversight.searching import LOG
from gatehouse.records import Visit, opened
from gatehouse.records.law import law
from gatehouse.retention.due import Due
from gatehouse.retention.due import due as looked_ahead
from gatehouse.retention.models import Certificate, Run
from gatehouse.safeguards.vocabulary import Act


class RunProof(NamedTuple):
    """One run: the day it went by, when it ended, and its certificates (numbers)."""

    id: int
    as_of: dt.date
    mode: str
    ended: dt.datetime | None
    certificates: tuple[int, ...]


class CertificateProof(NamedTuple):
    """A certificate of erasure: the exact body, and the note that signs its hash."""

    body: str
    note: str


def runs(visit: Visit, limit: int) -> list[RunProof]:
    """The newest runs of the clocks, in order. Raises `RefusedError`."""
    with opened(visit, Act.READ_LOG, LOG):
        newest = list(Run.objects.order_by("-id")[:limit])
        owned: dict[int, list[int]] = {}
        for number, run in Certificate.objects.filter(run__in=newest).order_by("id").values_list("id", "run_id"):
            owned.setdefault(run, []).append(number)
        return [
            RunProof(one.pk, one.as_of, one.mode, one.ended_at, tuple(owned.get(one.pk, ()))) for one in newest[::-1]
        ]


def due(visit: Visit, as_of: dt.date) -> list[Due]:
    """What is due for masking and erasing by when, under the law in force. Raises `RefusedError`."""
    with opened(visit, Act.READ_LOG, LOG):
        return looked_ahead(law().profile, as_of)


def certificate(visit: Visit, number: int) -> CertificateProof | None:
    """A certificate, exactly as it was signed. Raises `RefusedError`."""
    with opened(visit, Act.READ_LOG, LOG):
        found = Certificate.objects.filter(pk=number).first()
        return CertificateProof(found.body, found.note) if found else None
