"""The report of the month that is over, made by the clock for each criterion that was in force in it, once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gatehouse.screening.authoring.outcomes import outcomes_of
from gatehouse.screening.criteria.monthly import keep_month, month_over, month_reports, report_path
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria.trying_stored import journeys


def report_last_month(folder: Path, today: dt.date) -> list[Path]:
    """Make the reports that the month before this one lacks, over stored travellers; where they are kept.

    Decided hits count as outcomes, as in a trial. What was reported, by whomever, is not reported again.
    """
    month = (today.replace(day=1) - dt.timedelta(days=1)).isoformat()[: len("2026-10")]
    criteria = Register(folder).in_force_during(*month_over(month, today))
    made = []
    for one in criteria:
        if not report_path(folder, month, one).exists():
            held = journeys(month, [(one.identifier, one.version)])
            made += month_reports([one], held, month, outcomes_of(one.identifier), today)
    return keep_month(folder, month, made) if made else []
