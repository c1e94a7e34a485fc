"""What the register keeps: who was given what of whom, by numbers. It stays as long as the log, which refers to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "disclosures.Disclosure",
        "that data of a traveller was given to an authority; erased as the log is",
        "rights",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "state": thing("whether it was asked for, made or declined"),
            "recipient": thing("an authority of the law profile"),
            "subject": personal("of what, by number"),
            "traveller": personal("whose data, by number"),
            "parts": thing("which kinds of data"),
            "purpose": thing("for which purpose"),
            "reference": personal("the case or request that it served"),
            "asked_by": personal("the number of an account"),
            "asked_unit": thing("the unit of whoever asked"),
            "asked_at": thing("when it was asked for"),
            "decided_by": personal("the number of an account"),
            "decided_at": thing("when it was decided"),
        },
    ),
)


def erase_logged(day: dt.date) -> Mapping[str, int]:
    """Erase what was asked for on this day or before."""
    from gatehouse.cooperation.disclosures.models import Disclosure

    count, _ = Disclosure.objects.filter(asked_at__date__lte=day).delete()
    return {"disclosures.Disclosure": count} if count else {}
