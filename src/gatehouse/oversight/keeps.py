"""What oversight keeps: samples (numbers of the log) and snapshots (counts in which nobody is few)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gatehouse.terms.keep import Clock, Keep, personal, thing

_BY = "the number of an account"

KEEPS = (
    Keep(
        "oversight.Sample",
        "a sample of decisions that was drawn; kept with the log",
        "oversight",
        Clock.LOG,
        {
            "id": thing("its number"),
            "topic": thing("of which acts"),
            "since": thing("from when on"),
            "until": thing("until when"),
            "end": thing("the size of the log then"),
            "seed": thing("the seed"),
            "size": thing("how many were wanted"),
            "numbers": thing("numbers of entries of the log"),
            "drawn_by": personal(_BY),
            "drawn_at": thing("when"),
        },
    ),
    Keep(
        "oversight.Snapshot",
        "counts of a period, fit for the public",
        "oversight",
        Clock.NONE,
        {
            "id": thing("its number"),
            "begins": thing("the first day"),
            "ends": thing("the last day"),
            "body": thing("the counts"),
            "sha256": thing("their hash"),
            "taken_by": personal(_BY),
            "taken_at": thing("when"),
            "proposed_by": personal(_BY),
            "proposed_under": thing("under which reference publication was proposed"),
            "published_by": personal(_BY),
            "published_at": thing("since when everybody reads it"),
        },
    ),
)


def erase_logged(day: dt.date) -> Mapping[str, int]:
    """Erase samples that were drawn until this day: the entries that they name are past their clock."""
    from gatehouse.oversight.models import Sample

    return Sample.objects.filter(drawn_at__date__lte=day).delete()[1]
