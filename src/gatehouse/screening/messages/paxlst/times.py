"""DTM: dates of a person or document, local times of a flight."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.codes import CODES
from gatehouse.screening.messages.paxlst.said import FLIGHT, UNREAD, Elements, Fault, Said, unread
from gatehouse.terms.dates import (
    EXPIRY_YEARS_AHEAD_MAX,
    PartialDate,
    birth_yymmdd,
    ddmmmyy,
    expiry_yymmdd,
    is_partial_date,
    local_time,
)

_FILLERS = "0<X-"
"""A date of nothing but these is not known to the sender."""
_CLOCK = 4
_WITH_SECONDS = 14
_QUALIFIERS = CODES["DTM"]


def time(elements: Elements, year: int) -> Said:
    """DTM: C507 2005, 2380 and 2379. YYMMDD or CCYYMMDD, with HHMM behind it for flights; all times are local.

    The US profile puts date and clock into elements of their own. The format code is not relied on: the
    number of digits tells. A date that is none gives a finding and leaves the segment as evidence.
    """
    qualifier, value = at(elements, 0), at(elements, 0, 1).replace(" ", "")
    known = _QUALIFIERS.get(qualifier)
    if known is None:
        return unread("date-unknown", qualifier)
    if known.about == FLIGHT:
        # The US profile has the qualifier alone in the first element.
        return _of_flight(known.field, value or at(elements, 1) + at(elements, 2), year)
    if not known.field:
        return Said(UNREAD, (), (), True)
    if not value.strip(_FILLERS):
        return Said(known.about, ((known.field, None),), (Fault("date-filler", known.meaning),) if value else ())
    reader: Callable[[str, int], PartialDate | None] = birth_yymmdd if known.field == "birth_date" else expiry_yymmdd
    date = reader(value, year) or _in_other_dress(value, year if known.field == "birth_date" else _latest(year))
    if date is None:
        return Said(known.about, (), (Fault("date-unreadable", known.meaning),), True)
    return Said(known.about, ((known.field, date),))


def _latest(year: int) -> int:
    return year + EXPIRY_YEARS_AHEAD_MAX


def _in_other_dress(value: str, latest_year: int) -> PartialDate | None:
    """A date as ISO 8601 or airline messages write it (`1976-05-31`, `31MAY76`): no order is guessed."""
    if len(value) == len("1976-05-31") and is_partial_date(value):
        return value
    return ddmmmyy(value, latest_year)


def _of_flight(field: str, value: str, year: int) -> Said:
    if not value:
        return Said(UNREAD, (), (), True)
    # Fourteen digits have seconds (2379 `204`), which no timetable has.
    if len(value) == _WITH_SECONDS:
        value = value[:-2]
    # Six and eight digits are dates alone, ten and twelve have a clock behind them.
    clock = len(value) - _CLOCK if len(value) in (10, 12) else len(value)
    moment = local_time(expiry_yymmdd(value[:clock], year), value[clock:])
    return Said(FLIGHT, ((field, moment),)) if moment else Said(UNREAD, (), (Fault("date-unreadable"),), True)
