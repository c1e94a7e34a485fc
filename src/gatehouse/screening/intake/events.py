"""What receiving a file writes to the audit log, in the transaction that stores its bytes."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records.law import law
from gatehouse.safeguards.vocabulary import PurposeClass

ACTOR, ROLE, RULE = "machine:intake", "machine", "take-in"


def received(transmission: int, size: int, removed: Mapping[str, int]) -> None:
    """A file was taken into safe keeping; sensitive values were taken out of it before."""
    subject = f"transmission:{transmission}"
    taken = sum(removed.values())
    told = [_entry("sensitive.removed", subject, {"elements": taken})] if taken else []
    log.record([_entry("transmission.received", subject, {"bytes": size}), *told])


def quarantined(transmission: int) -> None:
    """A file was refused at the door: nothing of it is held."""
    log.record([_entry("transmission.quarantined", f"transmission:{transmission}", {})])


def screening_purpose() -> str:
    """The law profile's own code of the purpose of screening."""
    return next(one.code for one in law().profile.purposes if one.kind is PurposeClass.SCREENING)


def _entry(act: str, subject: str, details: Mapping[str, int | str]) -> Entry:
    return Entry(ACTOR, ROLE, act, subject, screening_purpose(), Decision.DUE, RULE, timezone.now(), details)
