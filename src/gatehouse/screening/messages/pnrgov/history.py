"""GR.10 to 12: what was changed in the booking, by whom and when. Nothing here is a traveller, a flight or a seat."""

from __future__ import annotations

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import at, unreleased
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Mode
from gatehouse.screening.messages.pnrgov.origin import utc
from gatehouse.screening.messages.pnrgov.remarks import masked
from gatehouse.terms.booking import HistoryItem

ACTIONS = {"A": "added", "X": "cancelled", "C": "changed"}
"""SAC 4405 actions; another one keeps its code."""


def credit(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """ABI: who made the changes that follow."""
    by = ":".join(part.strip() for element in elements[1:] for part in element if part.strip())
    booking.credit = HistoryItem(at(elements, 0), by=by or None, segment=segment.ordinal)
    booking.history.append(booking.credit)
    booking.mode = Mode.HISTORY
    booking.person = None


def credit_date(booking: BookingDraft, _segment: Segment, elements: Elements) -> None:
    """DAT of GR.10: when (UTC)."""
    moment = utc(at(elements, 0, 1), at(elements, 0, 2), booking.year)
    if moment and booking.history:
        booking.history[-1] = booking.history[-1]._replace(at=moment)
        booking.credit = booking.credit._replace(at=moment) if booking.credit else None


def change(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """SAC: one change; a credit that changes follow is said by them and not by itself."""
    credit = booking.credit
    # The credit was kept only in case nothing followed it.
    if credit and booking.history and booking.history[-1].segment == credit.segment:
        booking.history.pop()
    code = at(elements, 2) or at(elements, 0)
    action = ACTIONS.get(code, code)
    booking.history.append(
        HistoryItem(action, credit.at if credit else None, credit.by if credit else None, segment=segment.ordinal)
    )
    booking.mode = Mode.HISTORY


def changed_part(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """TIF, SSR, IFT, TBD, TVL or RPI of GR.11 and 12: what the change was about, as text."""
    if not booking.history:
        return
    item = booking.history[-1]
    subject = f"SSR {at(elements, 0)}" if segment.tag == "SSR" else segment.tag
    text = masked(booking, unreleased(segment.text[4:], segment.delimiters.release), segment.ordinal)
    # One change may touch several segments; each is an item, so that none grows without end.
    if item.subject:
        booking.history.append(item._replace(subject=subject, text=text, segment=segment.ordinal))
    else:
        booking.history[-1] = item._replace(subject=subject, text=text)
