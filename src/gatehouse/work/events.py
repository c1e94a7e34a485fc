"""What work writes to the audit log: that the machine gave a job up. What operators do to it, the door tells."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.safeguards.vocabulary import PurposeClass

ACTOR, ROLE, RULE = "machine:work", "machine", "tries-are-over"


def given_up(job: int, tries: int) -> None:
    """A job failed as often as its kind is tried. To be called in the transaction that says so."""
    purpose = next(one.code for one in law().profile.purposes if one.kind is PurposeClass.UPKEEP)
    now = timezone.now()
    log.record([Entry(ACTOR, ROLE, "work.exhausted", f"job:{job}", purpose, Decision.DUE, RULE, now, {"tries": tries})])
