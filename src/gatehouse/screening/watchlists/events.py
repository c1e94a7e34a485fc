"""What loading a list writes to the audit log, in the transaction that stores it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kind_of
from gatehouse.screening.intake.events import screening_purpose
from gatehouse.screening.watchlists.models import ListVersion

ACTOR, ROLE, RULE, CLOCK = "machine:watchlists", "machine", "compare", "clock"
EVERYTHING = "store:watchlists"


def added(version: ListVersion, name: str) -> None:
    """A version of a list was loaded. A list whose short name the log does not take is told of without its name."""
    counts = {"entries": version.entries, "added": version.added, "changed": version.changed}
    subject = _reference(f"list:{name}/{version.number}")
    details = {**counts, "removed": version.removed}
    now = timezone.now()
    log.record([Entry(ACTOR, ROLE, "list.added", subject, screening_purpose(), Decision.DUE, RULE, now, details)])


def _reference(text: str) -> str:
    try:
        kind_of(text)
    except EntryError:
        return EVERYTHING
    return text


def expired(listed: Sequence[int]) -> None:
    """Versions of entries were taken off because their last day has passed."""
    now, purpose = timezone.now(), screening_purpose()
    log.record(
        [Entry(ACTOR, ROLE, "entry.removed", f"listed:{one}", purpose, Decision.DUE, CLOCK, now) for one in listed]
    )
