"""Series of which a part never came: told on the last message of each that did come.

The travellers of the lost part are on no flight here and were screened by nobody; that must be seen by a person.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import orjson
from django.db import connection, transaction

from gatehouse.screening.bulk import only_one
from gatehouse.screening.intake.models import Series
from gatehouse.terms.finding import warning

INCOMPLETE_MINUTES_MAX = 5
"""A series that misses parts for longer than this is reported (rule Q04)."""
PARTS_NAMED_MAX = 20
CODE = "series-part-missing"

LATE = """
SELECT DISTINCT ON (series.id) message.id, series.parts, series.last_part, message.findings
FROM intake_series series JOIN intake_storedmessage message ON message.series_id = series.id
WHERE NOT series.complete AND series.first_received_at < %s
ORDER BY series.id, message.id DESC
"""


class Incomplete(NamedTuple):
    """How many series miss parts: since less than `INCOMPLETE_MINUTES_MAX`, and for longer."""

    waiting: int
    late: int


def incomplete(now: dt.datetime) -> Incomplete:
    """The series that miss parts as of `now`."""
    missing = Series.objects.filter(complete=False)
    late = missing.filter(first_received_at__lt=_deadline(now)).count()
    return Incomplete(missing.count() - late, late)


def report_late(now: dt.datetime) -> int:
    """Put a finding on the newest message of every late series that has none yet; how many were put.

    To be called again at any time. A part that comes after all gets the finding anew while others are still missing;
    what was found earlier stays, because it was true then.
    """
    with only_one(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LATE, [_deadline(now)])
        told = [
            (orjson.dumps([_finding(parts, last)]).decode(), message)
            for message, parts, last, findings in ((m, _json(p), n, _json(f)) for m, p, n, f in cursor.fetchall())
            if CODE not in {finding["code"] for finding in findings}
        ]
        cursor.executemany(
            "UPDATE intake_storedmessage SET findings = findings || %s::jsonb WHERE id = %s",
            told,
        )
    return len(told)


def _deadline(now: dt.datetime) -> dt.datetime:
    return now - dt.timedelta(minutes=INCOMPLETE_MINUTES_MAX)


def _json(stored: str | list) -> list:  # type: ignore[type-arg]
    """Django's connection leaves jsonb as text."""
    return orjson.loads(stored) if isinstance(stored, str) else stored


def _finding(parts: list[int], last: int | None) -> dict[str, str | int | None]:
    text = f"{missing(parts, last)} did not come within {INCOMPLETE_MINUTES_MAX} minutes; ask the sender for it again"
    found = warning(CODE, None, text)
    return {"severity": found.severity, "code": found.code, "segment": found.segment, "text": found.text}


def missing(parts: list[int], last: int | None) -> str:
    """Which parts are missing, in words. Without the one marked as final nobody knows how many there are."""
    held = set(parts)
    end = last or max(held)
    gaps = []
    for number in range(1, end + 1):
        if number not in held:
            gaps.append(str(number))
        if len(gaps) > PARTS_NAMED_MAX:
            gaps[-1] = "…"
            break
    named = [f"part {', '.join(gaps)}"] if gaps else []
    return " and ".join(named + ([] if last else [f"what follows part {end}"]))
