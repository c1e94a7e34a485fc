"""What this room keeps: that the border asked and what it was told; of whom, only where the unit wanted to look.

Whom a check was about is erased as unmatched travellers are. That a check was made stays, and says nothing of anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from gatehouse.terms.keep import Clock, Keep, personal, thing

if TYPE_CHECKING:
    from gatehouse.retention.told import Asked, Told

KEEPS = (
    Keep(
        "enquiries.BorderCheck",
        "that the border asked, and what it was told",
        "screening",
        Clock.NONE,
        {
            "id": thing("its number"),
            "asked_at": thing("when"),
            "asked_by": thing("the officer's account, by reference"),
            "unit": thing("the officer's unit"),
            "answer": thing("one of three"),
            "faults": thing("what was wrong with the document, by codes"),
            "reference": thing("what the officer tells the unit"),
            "milliseconds": thing("how long it took"),
            "decided_at": thing("when the unit was done with it"),
            "decided_by": thing("by whom, by reference"),
            "claimed_by": thing("who held it to be the listed person and asked for a second look, by reference"),
            "claimed_as": thing("in which role"),
            "claimed_unit": thing("of which unit"),
            "claimed_for": thing("under which reference"),
        },
    ),
    Keep(
        "enquiries.BorderCheckContent",
        "whom a check was about and who on the lists it may be; erased as unmatched travellers are",
        "screening",
        Clock.ROOM,
        {
            "check_made": thing("the check"),
            "subject": personal("name, birth, sex, nationality, document, as asked"),
            "candidates": personal("who on the lists it may be, with reasons"),
            "outcome": personal("what a person made of it, in words"),
        },
    ),
)


def erase_before(day: dt.date) -> Mapping[str, int]:
    """Erase whom the checks of before this day were about, once they are decided."""
    from gatehouse.screening.enquiries.models import BorderCheckContent

    past = BorderCheckContent.objects.filter(check_made__asked_at__date__lte=day, check_made__decided_at__isnull=False)
    count, _ = past.delete()
    return {"enquiries.BorderCheckContent": count} if count else {}


def told_of(asked: Asked) -> Iterator[Told]:
    """The border checks that were of a person, as they were asked, and what came of them; not who on a list it was."""
    from gatehouse.retention.told import Told
    from gatehouse.screening.enquiries.asked_about import read, traveller_of
    from gatehouse.screening.enquiries.models import BorderCheckContent

    for one in BorderCheckContent.objects.select_related("check_made").order_by("pk").iterator():
        subject = read(one.subject)
        if asked.is_theirs(traveller_of(subject)):
            made = one.check_made
            known = {"name": " ".join(subject.names), "birth_date": subject.birth_date or "", "outcome": one.outcome}
            yield Told("border-check", {"at": f"{made.asked_at:%Y-%m-%dT%H:%M}", "answer": made.answer, **known})
