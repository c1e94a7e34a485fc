"""GR.1: where a booking comes from and when: locators, dates, originator, prepaid bags."""

from __future__ import annotations

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements
from gatehouse.terms.booking import Locator, Remark
from gatehouse.terms.dates import ddmmyy, local_time
from gatehouse.terms.finding import warning

LAST_CHANGE = "700"
TICKETED = "710"


def utc(date: str, time: str, year: int) -> str | None:
    """DDMMYY and HHMM[SS] in UTC as ISO 8601 to the minute; the date alone when there is no clock."""
    return local_time(ddmmyy(date.strip(), year), time)


def locators(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """RCI: each composite is a system, its locator and when it was made (UTC); the same one again is no news."""
    for element in elements:
        locator = _locator(element, booking.year)
        if locator:
            booking.located_at = booking.located_at or segment.ordinal
            booking.locators.setdefault((locator.system, locator.locator), locator)


def _locator(element: list[str], year: int) -> Locator | None:
    parts = [part.strip() for part in element] + [""] * (5 - len(element))
    if not parts[0] and not parts[1]:
        return None
    kind, date, time = parts[2:5]
    # Some carriers leave the empty type out, and date and time stand one component early.
    if len(kind) == 6 and kind.isdigit():
        date, time = kind, date
    # A locator without its system still identifies the booking within the push.
    if not parts[1]:
        return Locator(None, parts[0], utc(date, time, year))
    return Locator(parts[0] or None, parts[1], utc(date, time, year))


def dates(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """DAT of GR.1: last change (700) and ticketing (710), UTC."""
    for element in elements:
        qualifier, date, time = [part.strip() for part in (*element, "", "")[:3]]
        moment = utc(date, time, booking.year)
        if date and moment is None:
            booking.findings.append(warning("date-unreadable", segment.ordinal, "DAT: a date is not DDMMYY"))
        if qualifier == LAST_CHANGE:
            booking.updated = moment or booking.updated
        elif qualifier == TICKETED:
            booking.ticketed = moment or booking.ticketed


def ticket_dates(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """DAT of GR.3: when the ticket before it was issued; without a ticket it is the booking's."""
    if booking.ticket is None:
        dates(booking, segment, elements)
        return
    for element in elements:
        if element[0].strip() == TICKETED and len(element) > 1:
            booking.ticket.issued = ddmmyy(element[1].strip(), booking.year)


def originator(booking: BookingDraft, _segment: Segment, elements: Elements) -> None:
    """ORG of GR.1: who made the booking; an empty one says that the booking was cancelled."""
    # ORG with separators and nothing between them is as empty as a bare one.
    stated = [":".join(part.strip() for part in element if part.strip()) for element in elements]
    if not any(stated):
        booking.cancelled = True
        return
    booking.originator = stated[0] or None
    booking.agency = "/".join(part for part in (at(elements, 1), at(elements, 1, 1)) if part) or None


def prepaid_bags(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """EBD: prepaid excess baggage, as a remark."""
    text = " ".join(part.strip() for element in elements for part in element if part.strip())
    if text:
        booking.remarks.append(Remark("remark", f"prepaid bags {text}", segment=segment.ordinal))
