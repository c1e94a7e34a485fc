"""The monthly disparity report: what the criteria in force did to whom in one month, counted once and kept.

It is made of the month's journeys with every criterion that was in force in the month, not of stored hits, so that it
also counts what nobody has reviewed yet; a criterion in force for part of the month is asked about all of it. A month
must be over, and its report is made once: two reports of nearly the same people could be subtracted from each other.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from pathlib import Path

from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.errors import RegisterError
from gatehouse.screening.criteria.events_file import only_writer, write_whole
from gatehouse.screening.criteria.history import Outcomes
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.report import Report, report
from gatehouse.screening.criteria.report_json import to_json
from gatehouse.screening.criteria.trial import Trial

REPORTS = "reports"
_MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])", re.ASCII)


def month_over(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of a month that is over. Raises `RegisterError` for anything else."""
    if not _MONTH.fullmatch(text):
        raise RegisterError("--month", "is no month", "write it as 2026-10")
    if text >= today.isoformat()[: len(text)]:
        raise RegisterError("--month", f"{text} is not over", "make its report when it is")
    first = dt.date.fromisoformat(f"{text}-01")
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def month_reports(
    criteria: Iterable[Criterion], journeys: Iterable[Journey], month: str, outcomes: Outcomes, today: dt.date
) -> list[Report]:
    """One report for each criterion over the journeys that departed in the month, in one pass over them."""
    trials = [Trial(criterion, outcomes, _unlisted) for criterion in criteria]
    for journey in journeys:
        left = journey.departure_day
        if left and left.isoformat().startswith(month):
            for trial in trials:
                trial.add(journey)
    for trial in trials:
        trial.add_all(())
    return [report(trial, f"month {month}", today) for trial in trials]


def _unlisted(_: Journey) -> None:
    """A monthly report lists nobody."""


def report_path(folder: Path, month: str, of: Criterion | Report) -> Path:
    """Where the report of a version and a month is kept."""
    return folder / REPORTS / f"month-{month}-{of.identifier}-{of.version}.json"


def keep_month(folder: Path, month: str, reports: list[Report]) -> list[Path]:
    """Keep the reports of a month in the register's folder. Raises `RegisterError` when it has been made already."""
    paths = [report_path(folder, month, one) for one in reports]
    with only_writer(folder):
        for one, path in zip(reports, paths, strict=True):
            if path.exists():
                raise RegisterError(
                    f"{one.identifier} {one.version}", f"has its report of {month}", f"read {path.name}"
                )
        for one, path in zip(reports, paths, strict=True):
            write_whole(path, to_json(one))
    return paths
