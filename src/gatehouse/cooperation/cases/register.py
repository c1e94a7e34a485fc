"""The register of cases read: by those who work on them, and by those who supervise."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from gatehouse.cooperation.cases.case import Kind, Outcome, Row
from gatehouse.cooperation.cases.models import Case
from gatehouse.records import Visit, known_by, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass

OPEN_ONES = Subject(SubjectClass.CASE, "store:cases")
REGISTER = Subject(SubjectClass.LOG, "store:cases")
SHOWN_MAX = 1_000


def reference(number: int) -> str:
    """A case as the log refers to it."""
    return f"case:{number}"


def known() -> None:
    """Tell the one door how cases are known."""
    known_by(SubjectClass.CASE, facts_of)


def facts_of(ref: str) -> Subject:
    """The unit of a case. One that is not in the register has no facts."""
    unit = Case.objects.filter(pk=int(ref.partition(":")[2])).values_list("unit", flat=True).first()
    return Subject(SubjectClass.CASE, ref, unit=unit)


def are_open(refs: Iterable[str]) -> dict[str, bool]:
    """Of the cases that these references name: whether each is open. Those that the register does not have are missing.

    Numbers and dates are of nobody, so that no door is asked.
    """
    numbers = {int(number): ref for ref in refs if (number := ref.partition(":")[2]).isdecimal()}
    found = Case.objects.filter(pk__in=numbers).values_list("pk", "closed_at")
    return {numbers[number]: closed is None for number, closed in found}


def standing(visit: Visit) -> list[Row]:
    """The cases that are open, oldest first. Raises `RefusedError`."""
    with opened(visit, Act.SEARCH, OPEN_ONES) as opening:
        found = _rows(Case.objects.filter(closed_at=None).order_by("pk"))
        opening.note(Act.SEARCH, OPEN_ONES, {"shown": len(found)})
        return found


def listed(visit: Visit) -> list[Row]:
    """All of them, newest first, those of nobody too; for those who supervise. Raises `RefusedError`."""
    with opened(visit, Act.READ_LOG, REGISTER) as opening:
        found = _rows(Case.objects.order_by("-pk"))
        opening.note(Act.READ_LOG, REGISTER, {"shown": len(found)})
        return found


def _rows(cases: QuerySet[Case]) -> list[Row]:
    return [
        Row(
            one.pk, Kind(one.kind), one.unit, one.opened_at, one.closed_at,
            Outcome(one.outcome) if one.outcome else None, one.erased_at, one.hits,
        )
        for one in cases.annotate(hits=Count("member"))[:SHOWN_MAX]
    ]  # fmt: skip
