"""Holds: a named case keeps its travellers' data beyond their clocks, until a day, by two persons.

The kernel is asked at the door (`records`), so that a hold and its entry in the log are one, and a refusal is an entry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from django.db import connection
from django.db.models import F
from django.utils import timezone

from gatehouse.records import Visit, opened
from gatehouse.retention.errors import HoldError
from gatehouse.retention.models import HeldTraveller, Hold
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.terms.saying import Saying

DAYS_MAX = 366
"""A hold is looked at again at least once a year: a longer one is refused."""
TRAVELLERS_MAX = 10_000


Answered = Callable[[Hold], None]
"""What else is done in the transaction that places a hold; it raises where the hold must not stand."""


def check_wanted(travellers: Sequence[int], until: dt.date) -> None:
    """Raises `HoldError` for no travellers, too many, or a day that is past or too far."""
    today = timezone.now().date()
    if not 0 < len(set(travellers)) <= TRAVELLERS_MAX:
        raise HoldError(
            Saying("a hold names 1 to %(count)s travellers", count=TRAVELLERS_MAX), Saying("name those of the case")
        )
    if not today <= until <= today + dt.timedelta(days=DAYS_MAX):
        raise HoldError(
            Saying("a hold ends within %(days)s days", days=DAYS_MAX),
            Saying("place it anew when it has to last longer"),
        )


def place(
    visit: Visit, case: str, travellers: Sequence[int], until: dt.date, answered: Answered = lambda _: None
) -> Hold:
    """Place a hold. `case` is a reference such as `case:17`; the visit's reference names the order or provision.

    Raises `HoldError` as `check_wanted` does; `RefusedError` where the law says no, or another person is needed.
    """
    check_wanted(travellers, until)
    reference = f"hold:{_next()}"
    with opened(visit, Act.HOLD, Subject(SubjectClass.CASE, reference), {"case": case}) as opening:
        second = opening.allowed[0].second or ""
        held = Hold.objects.create(
            id=int(reference.removeprefix("hold:")),
            case=case,
            reason=visit.reference or "",
            placed_by=visit.actor.id,
            second=second,
            until=until,
        )
        HeldTraveller.objects.bulk_create(HeldTraveller(hold=held, traveller=one) for one in sorted(set(travellers)))
        answered(held)
    return held


def _next() -> int:
    """The number of the next hold, taken before the door is opened, because the entry names it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('retention_hold', 'id'))")
        return int(cursor.fetchone()[0])


def release(visit: Visit, number: int, why: str = "") -> Hold:
    """End a hold before its day, `why` in words.

    Raises `HoldError` where it does not stand, `RefusedError` where the law says no.
    """
    held = Hold.objects.filter(id=number, ended_at=None).first()
    if held is None:
        raise HoldError(Saying("no hold %(number)s stands", number=number), Saying("look at those that do"))
    with opened(visit, Act.RELEASE_HOLD, Subject(SubjectClass.CASE, f"hold:{number}"), {"case": held.case}):
        Hold.objects.filter(id=number, ended_at=None).update(
            ended_at=timezone.now(), ended_by=visit.actor.id, ended_why=why
        )
    held.refresh_from_db()
    return held


def listed() -> list[tuple[Hold, int]]:
    """Every hold, those that stand first, with how many travellers it keeps."""
    holds = Hold.objects.order_by(F("ended_at").desc(nulls_first=True), "id")
    return [(hold, hold.heldtraveller_set.count()) for hold in holds]
