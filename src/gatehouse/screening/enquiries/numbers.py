"""Which numbers are nobody's: for whoever names travellers by them, as in a hold, and may have mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.travellers.models import Traveller

STORE = subject(SubjectClass.TRAVELLER, "store:travellers")


def unknown(visit: Visit, travellers: Iterable[int]) -> list[int]:
    """Those of the numbers that no stored traveller has, or none has any more, ascending. Raises `RefusedError`."""
    asked = set(travellers)
    with opened(visit, Act.SEARCH, STORE) as opening:
        held = set(Traveller.objects.filter(pk__in=asked).values_list("pk", flat=True))
        opening.note(Act.SEARCH, STORE, {"shown": len(held)})
    return sorted(asked - held)
