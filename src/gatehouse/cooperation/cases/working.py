"""A case opened from a confirmed match, and closed with its outcome. Each asks the kernel and tells the log."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.cooperation.cases.case import Kind, Outcome
from gatehouse.cooperation.cases.errors import CaseError
from gatehouse.cooperation.cases.models import Case, Member
from gatehouse.cooperation.cases.register import reference
from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.bulk import fresh_ids
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.matches import confirmed_match
from gatehouse.screening.review.models import Review
from gatehouse.terms.saying import Saying


def open_case(visit: Visit, hit: int, kind: Kind) -> int:
    """Open a case of a hit; its number. From now on the case keeps the traveller's data.

    Raises `CaseError` where no two persons confirm the hit now, or it is in a case; and `RefusedError`.
    """
    [number] = fresh_ids(Case, 1)
    with opened(visit, Act.OPEN_CASE, subject(SubjectClass.HIT, f"hit:{hit}"), {"case": reference(number)}):
        try:
            match = confirmed_match(hit)
        except ReviewError as fault:
            raise CaseError(fault.cause, fault.remedy) from fault
        _begin(visit, number, kind, match)
    return number


def _begin(visit: Visit, number: int, kind: Kind, match: ConfirmedMatch) -> None:
    """Put it in the register, on a match that two persons confirmed."""
    hit = int(match.hit.partition(":")[2])
    if Member.objects.filter(hit=hit).exists():
        raise CaseError(Saying("the hit is in a case already"), Saying("see `gatehouse cases list`"))
    traveller = Review.objects.values_list("hit__traveller_id", flat=True).get(hit_id=hit)
    case = Case.objects.create(id=number, kind=kind.value, unit=visit.actor.unit, opened_at=timezone.now())
    Member.objects.create(
        case=case, hit=hit, traveller=traveller, reference=visit.reference or "", opened_by=visit.actor.id
    )


def close(visit: Visit, number: int, outcome: Outcome) -> None:
    """Close a case with how it ended: its clock begins. Raises `CaseError` for one that is not open, `RefusedError`."""
    with opened(visit, Act.CLOSE_CASE, subject(SubjectClass.CASE, reference(number))):
        standing = Case.objects.filter(pk=number, closed_at=None)
        if not standing.update(closed_at=timezone.now(), outcome=outcome.value):
            raise CaseError(Saying("no case of that number is open"), Saying("see `gatehouse cases list`"))
        Member.objects.filter(case_id=number).update(closed_by=visit.actor.id)
