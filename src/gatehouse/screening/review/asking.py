"""The kernel asked within an opened door, and the log told of what the door's own entry does not say."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Allow, NeedsSecondPerson, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.review.facts import reference


def allowed(visit: Visit, act: Act, about: Subject, *, alone: bool = True) -> Allow | NeedsSecondPerson:
    """The kernel's answer where it allows the act; `alone` false also takes that it needs a second person.

    Raises `RefusedError` otherwise, which the door around this writes into the log.
    """
    answer = may(visit.actor, act, about, visit.purpose, visit.context(timezone.now()))
    if isinstance(answer, Allow) or (isinstance(answer, NeedsSecondPerson) and not alone):
        return answer
    raise RefusedError(answer)


def tell(visit: Visit, act: str, hit: int, rule: str, *, waits: bool = False, **details: str) -> None:
    """Write an entry of the audit log about a hit, in the transaction that is open. `waits`: for another person."""
    decided = Decision.SECOND_PERSON if waits else Decision.ALLOWED
    actor, now = visit.actor, timezone.now()
    log.record([Entry(actor.id, actor.role, act, reference(hit), visit.purpose, decided, rule, now, details)])
