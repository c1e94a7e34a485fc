"""What the unit sees of border checks that wait: the question, its candidates, and what a person made of it."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from django.utils import timezone

from gatehouse.records import Visit, opened
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.enquiries.border import ASKED
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent


class Waiting(NamedTuple):
    """A border check that waits: who asked when, about whom, and who on the lists it may be."""

    reference: str
    asked_at: dt.datetime
    asked_by: str
    subject: dict[str, Any]
    candidates: list[dict[str, Any]]


def waiting(visit: Visit, limit: int) -> list[Waiting]:
    """The checks that wait for the unit, oldest first: somebody stands at the border meanwhile."""
    with opened(visit, Act.SEARCH, ASKED) as opening:
        held = BorderCheckContent.objects.filter(check_made__decided_at=None).select_related("check_made")
        found = [_waiting(one) for one in held.order_by("check_made__asked_at")[:limit]]
        opening.note(Act.SEARCH, ASKED, {"shown": len(found)})
        return found


def found_by(visit: Visit, reference: str) -> Waiting:
    """The check of this reference, decided or not. EnquiryError where there is none."""
    with opened(visit, Act.SEARCH, ASKED):
        held = BorderCheckContent.objects.filter(check_made__reference=reference.strip().upper())
        found = held.select_related("check_made").first()
        if found is None:
            raise EnquiryError("no border check has this reference", "ask the officer to read it again")
        return _waiting(found)


def decide(visit: Visit, reference: str, outcome: str) -> None:
    """Say what a person made of it, in words; the officer is told by telephone.

    As with every hit, one person may find that the traveller is not the listed person (`visit.clears`), and that they
    are takes two (`visit.second`): `RefusedError` otherwise. EnquiryError for one that somebody decided meanwhile.
    """
    if not outcome.strip():
        raise EnquiryError("a decision is in words", "say what was found and what the officer was told")
    with opened(visit, Act.DECIDE, ASKED):
        held = BorderCheck.objects.select_for_update().filter(reference=reference).first()
        if held is None or held.decided_at is not None:
            raise EnquiryError(f"{reference} does not wait", "somebody decided it meanwhile, or there is none")
        held.decided_at, held.decided_by = timezone.now(), visit.actor.id
        held.save(update_fields=["decided_at", "decided_by"])
        BorderCheckContent.objects.filter(check_made=held).update(outcome=outcome)


def _waiting(held: BorderCheckContent) -> Waiting:
    made = held.check_made
    return Waiting(made.reference or "", made.asked_at, made.asked_by, held.subject, held.candidates)
