"""What the machine's own steps write to the audit log, in the transaction of the step: received, screened, hits made.

One entry for a batch and one for each new hit, so that a log of years stays readable; counts and references only.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kind_of
from gatehouse.screening.batches import Batch
from gatehouse.screening.criteria_in_force import LIST as CRITERIA
from gatehouse.screening.hits.merging import HeldHit
from gatehouse.screening.intake.events import screening_purpose

ACTOR, ROLE, RULE = "machine:screening", "machine", "compare"


def screened(batch: Batch, hits: Sequence[HeldHit]) -> None:
    """A batch was stored with its hits. To be called inside its transaction."""
    made = [hit for hit in hits if hit.is_new]
    transmissions = {message.transmission for message in batch.messages} | {one.transmission for one in batch.ended}
    subject = f"transmission:{min(transmissions)}" if len(transmissions) == 1 else "store:screening"
    counts: dict[str, int | str] = {
        "transmissions": len(transmissions),
        "messages": len(batch.messages),
        "travellers": len(batch.travellers),
        "hits": len(made),
    }
    quarantined = [_entry("transmission.quarantined", f"transmission:{one}", {}) for one in batch.failed]
    log.record([_entry("batch.screened", subject, counts), *map(_made, made), *quarantined])


def rescreened(travellers: int, hits: Sequence[HeldHit], ended: int) -> None:
    """Stored travellers were screened with changed lists. To be called inside its transaction."""
    made = [hit for hit in hits if hit.is_new]
    counts: dict[str, int | str] = {"travellers": travellers, "hits": len(made), "ended": ended}
    log.record([_entry("list.rescreened", "store:screening", counts), *map(_made, made)])


def _made(hit: HeldHit) -> Entry:
    traveller, _, list_name, entry_id = hit.key
    details: dict[str, int | str] = {"traveller": f"traveller:{traveller}"}
    named = f"criterion:{entry_id}" if list_name == CRITERIA else f"list:{list_name}"
    if _is_reference(named):
        details["list"] = named
    return _entry("hit.made", f"hit:{hit.id}", details)


def _is_reference(text: str) -> bool:
    """Whether the log takes it: a list whose short name has another shape is left out of the entry."""
    try:
        kind_of(text)
    except EntryError:
        return False
    return True


def _entry(act: str, subject: str, details: dict[str, int | str]) -> Entry:
    return Entry(ACTOR, ROLE, act, subject, screening_purpose(), Decision.DUE, RULE, timezone.now(), details)
