"""The groups of a booking as a table: in which mode which segment means what (PNRGOV guide §3; facts §4.2, A.3)."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import split
from gatehouse.screening.messages.pnrgov import (
    checkin,
    contacts,
    history,
    itinerary,
    origin,
    remarks,
    ssr,
    ticketing,
    travellers,
)
from gatehouse.screening.messages.pnrgov.drafts import GROUPS, BookingDraft, Elements, Mode
from gatehouse.terms.finding import info
from gatehouse.terms.traveller import Evidence

Handler = Callable[[BookingDraft, Segment, Elements], None]


def _nothing(_booking: BookingDraft, _segment: Segment, _elements: Elements) -> None:
    """A segment that is known here and says nothing a reading keeps: the check-in agent."""


def _misplaced(booking: BookingDraft, segment: Segment, _elements: Elements) -> None:
    """A known segment where the guide has none: kept as evidence."""
    booking.evidence.append(Evidence(segment.ordinal, remarks.masked(booking, segment.text, segment.ordinal)))
    text = f"{segment.tag} has no meaning in {GROUPS[booking.mode]}; kept as evidence"
    booking.findings.append(info("segment-misplaced", segment.ordinal, text))


def _unknown(booking: BookingDraft, segment: Segment, _elements: Elements) -> None:
    """A tag that no PNRGOV release has: kept as evidence."""
    booking.evidence.append(Evidence(segment.ordinal, remarks.masked(booking, segment.text, segment.ordinal)))
    text = f"segment {segment.tag[:3]} is not known here; kept as evidence"
    booking.findings.append(info("segment-unknown", segment.ordinal, text))


EVERYWHERE: dict[str, Handler] = {
    "LTS": remarks.raw_line,
    "ABI": history.credit,
    "SAC": history.change,
    "TVL": itinerary.segment,
    "RCI": origin.locators,
    "SSR": ssr.special_service,
    "IFT": remarks.free_text,
    "ADD": contacts.address,
    "EBD": origin.prepaid_bags,
    "MSG": itinerary.begin_other,
}
"""What a segment means unless the mode says otherwise."""

_PERSON: dict[str, Handler] = {
    "FTI": travellers.frequent_flyer,
    "REF": travellers.person_reference,
    "FAR": travellers.fare,
    "TKT": ticketing.ticket,
    "MON": ticketing.money,
    "PTK": ticketing.pricing,
    "TXD": ticketing.taxes,
    "FOP": ticketing.payment,
}
_FLIGHT: dict[str, Handler] = {
    "TRA": itinerary.operating,
    "RPI": itinerary.status,
    "APD": itinerary.equipment,
    "DAT": checkin.begin_check_in,
    "EQN": itinerary.begin_split,
    "TRI": checkin.boarding_number,
}
_CHECKED_IN: dict[str, Handler] = {"SSD": checkin.seat, "TBD": checkin.baggage}
_ONCE_OF_THE_PERSON = ("TIF", "SSR", "IFT", "FTI", "REF", "ADD", "TKT", "FOP", "FAR", "EBD", "SSD", "TBD")
_ONCE_OF_THE_JOURNEY = ("TVL", "RPI", "RCI", "APD", "TRA", "EQN", "MSG")
_CHANGED: dict[str, Handler] = dict.fromkeys((*_ONCE_OF_THE_PERSON, *_ONCE_OF_THE_JOURNEY), history.changed_part)

_MODES: dict[Mode, dict[str, Handler]] = {
    Mode.HEAD: {
        "DAT": origin.dates,
        "ORG": origin.originator,
        "TIF": travellers.begin_person,
        "EQN": itinerary.begin_split,
        **_PERSON,
    },
    Mode.PAX: {
        "TIF": travellers.begin_person,
        "DAT": origin.ticket_dates,
        "ORG": origin.originator,
        "EQN": itinerary.begin_split,
        **_PERSON,
    },
    Mode.SEGMENT: {
        "TIF": travellers.misplaced_person,
        "ORG": itinerary.segment_originator,
        **_FLIGHT,
        **_CHECKED_IN,
        **_PERSON,
    },
    Mode.CHECKIN: {"TIF": checkin.checked_in, "ORG": _nothing, **_FLIGHT, **_CHECKED_IN},
    # Some hosts state the split right behind the locator, with the whole booking still to come.
    Mode.SPLIT: {
        "RCI": itinerary.split_locator,
        "EQN": itinerary.begin_split,
        "DAT": origin.dates,
        "ORG": origin.originator,
        "TIF": travellers.person_behind_split,
        **_PERSON,
    },
    Mode.NON_AIR: {"TVL": itinerary.other_service},
    Mode.HISTORY: {"DAT": history.credit_date, "ORG": _nothing, **_CHANGED},
}
_KNOWN = {tag for handlers in (EVERYWHERE, *_MODES.values()) for tag in handlers}
TABLE: tuple[dict[str, Handler], ...] = tuple(
    dict.fromkeys(_KNOWN, _misplaced) | EVERYWHERE | _MODES[mode] for mode in sorted(_MODES)
)
"""For each mode what each tag means; a tag that is in none of them is unknown."""


def take(booking: BookingDraft, segment: Segment) -> None:
    """Read one segment of the booking."""
    # Unpacking once is what makes this loop, the hottest of the room, fast enough.
    text, ordinal, _, delimiters = segment
    handler = TABLE[booking.mode].get(text[:3], _unknown)
    handler(booking, segment, split(text, delimiters))
    booking.last = ordinal
