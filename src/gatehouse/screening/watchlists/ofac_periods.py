"""Dates of the OFAC list's advanced XML form: a `DatePeriod` from a first day to a last one, each within bounds.

A year alone is a period from its 1 January to its 31 December, a month from its first day to its last: both are read
back to what the publisher knew. `Approximate` makes the date circa.
"""

from __future__ import annotations

import datetime as dt
from xml.etree.ElementTree import Element

from gatehouse.screening.watchlists.xml_stream import children, text
from gatehouse.terms.dates import DateSpan, PartialDate, is_partial_date


def stated_day(point: Element) -> PartialDate | None:
    """The date of an element with a `Year`, and perhaps a `Month` and a `Day`; `None` for what is no date."""
    parts = [text(point, tag) for tag in ("Year", "Month", "Day")]
    known = [part.zfill(width) for part, width in zip(parts, (4, 2, 2), strict=True) if part.strip("0")]
    date = "-".join(known)
    return date if is_partial_date(date) else None


def period(element: Element) -> DateSpan | None:
    """The span of the first `DatePeriod` inside an element, `None` without one that is a span of dates."""
    found = next(children(element, "DatePeriod"), None)
    if found is None:
        return None
    days = _days(found, "Start") + _days(found, "End")
    if not days:
        return None
    first, last = _known(min(days), max(days))
    return DateSpan(first, last, any(end.get("Approximate", "").lower() == "true" for end in found))


def _days(found: Element, name: str) -> list[PartialDate]:
    points = (point for end in children(found, name) for tag in ("From", "To") for point in children(end, tag))
    return [day for point in points if (day := stated_day(point))]


def _known(first: PartialDate, last: PartialDate) -> tuple[PartialDate, PartialDate]:
    """The two ends, cut to whole years or whole months where they are the first and the last day of such."""
    if first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4], last[:4]
    if first[7:] == "-01" and len(last) == len(first) and _ends_month(last):
        return first[:7], last[:7]
    return first, last


def _ends_month(day: PartialDate) -> bool:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).day == 1 if day < "9999-12-31" else True
