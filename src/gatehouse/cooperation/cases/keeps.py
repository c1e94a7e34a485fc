"""What cases keep: a register of nobody, and whom a case is about until its clock after closing has run out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gatehouse.terms.keep import Clock, Keep, personal, thing

if TYPE_CHECKING:
    from gatehouse.retention.told import Asked, Told

_BY = "the number of an account"

KEEPS = (
    Keep(
        "cases.Case",
        "a case: number, kind, dates and outcome; of nobody",
        "request",
        Clock.NONE,
        {
            "id": thing("its number"),
            "kind": thing("what kind it is"),
            "unit": thing("of which unit"),
            "opened_at": thing("when it was opened"),
            "closed_at": thing("when it was closed"),
            "outcome": thing("how it ended"),
            "erased_at": thing("when whom it was about was erased"),
        },
    ),
    Keep(
        "cases.Member",
        "whom a case is about, by number: erased when the clock after its closing has run out",
        "request",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "case": thing("the case"),
            "hit": personal("the hit, by number"),
            "traveller": personal("the traveller, by number"),
            "reference": personal("under which reference"),
            "opened_by": personal(_BY),
            "closed_by": personal(_BY),
        },
    ),
)


def kept_by(travellers: Sequence[int]) -> Mapping[int, str]:
    """Which of these travellers a case keeps, and which one: `case:3`. Beyond the last clock too."""
    from gatehouse.cooperation.cases.models import Member

    found = Member.objects.filter(traveller__in=list(travellers)).values_list("traveller", "case_id")
    return {traveller: f"case:{case}" for traveller, case in found}


def erase_closed(day: dt.date) -> Mapping[str, int]:
    """Erase whom the cases were about that were closed on this day or before; the cases stay, of nobody."""
    from django.utils import timezone

    from gatehouse.cooperation.cases.models import Case, Member

    past = Case.objects.filter(closed_at__date__lte=day, erased_at=None)
    count, _ = Member.objects.filter(case__in=past).delete()
    past.update(erased_at=timezone.now())
    return {"cases.Member": count} if count else {}


def told_of(asked: Asked) -> Iterator[Told]:
    """The cases that a person is in: number, kind, dates and outcome."""
    from gatehouse.cooperation.cases.models import Member
    from gatehouse.retention.told import Told

    for one in Member.objects.filter(traveller__in=asked.travellers).select_related("case").order_by("case_id"):
        case = one.case
        closed = f"{case.closed_at:%Y-%m-%d}" if case.closed_at else ""
        opened = f"{case.opened_at:%Y-%m-%d}"
        said = {"number": str(case.pk), "kind": case.kind, "at": opened, "ended": closed, "outcome": case.outcome or ""}
        yield Told("case-of", said)
