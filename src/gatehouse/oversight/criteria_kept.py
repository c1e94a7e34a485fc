"""Criteria as those who supervise see them: the register, and the monthly reports on groups that are kept beside it.

Small cells were withheld before a report was kept, so no copy of it holds them. Every look is an entry.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from django.conf import settings

from gatehouse.oversight.errors import OversightError
from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.monthly import REPORTS
from gatehouse.screening.criteria.register import Entry, Register
from gatehouse.terms.saying import Saying

REGISTER = Subject(SubjectClass.CRITERION, "store:criteria")
MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])", re.ASCII)
REPORT_BYTES_MAX = 4 << 20


class MonthReport(NamedTuple):
    """What one criterion did to which groups in a month: the file, its SHA-256, and what it says."""

    file: str
    sha256: str
    body: dict[str, Any]


def register(visit: Visit, today: dt.date) -> list[Entry]:
    """Every version that was ever tried, with its state on a day. Raises `OversightError`, `RefusedError`."""
    with opened(visit, Act.VIEW, REGISTER):
        folder = _folder()
        try:
            return list(Register(folder).entries(today)) if folder else []
        except CriterionError as fault:
            raise OversightError(Saying("the register is not as it was written"), str(fault)) from fault


def disparity(visit: Visit, month: str) -> list[MonthReport]:
    """The kept reports of a month (`2026-10`), or of all months. Raises `OversightError`, `RefusedError`."""
    if month and not MONTH.fullmatch(month):
        raise OversightError(Saying("that is no month"), Saying("write it as 2026-10"))
    with opened(visit, Act.VIEW, REGISTER):
        folder = _folder()
        paths = sorted((folder / REPORTS).glob(f"month-{month or '*'}-*.json")) if folder else []
        return [_read(path) for path in paths]


def _folder() -> Path | None:
    folder: Path | None = getattr(settings, "CRITERIA_FOLDER", None)
    return folder


def _read(path: Path) -> MonthReport:
    content = path.read_bytes()
    try:
        if len(content) > REPORT_BYTES_MAX:
            raise ValueError(path.name)
        body: dict[str, Any] = orjson.loads(content)
    except ValueError as fault:
        raise OversightError(
            Saying("a kept report is not as it was written"), Saying("restore it from a backup")
        ) from fault
    return MonthReport(path.name, hashlib.sha256(content).hexdigest(), body)
