"""TVL, TRA, RPI and APD: the pushed leg, itinerary segments with their operating flight, and other services."""

from __future__ import annotations

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.pnrgov.cards import masked_part, masked_text
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, FlightDraft, Mode
from gatehouse.terms.booking import OtherService
from gatehouse.terms.dates import PartialDate, ddmmyy, local_time
from gatehouse.terms.finding import Finding, info, warning
from gatehouse.terms.flight import Flight, Leg, split_number
from gatehouse.terms.quantity import whole

SERVICE_KINDS = {"8": "hotel"}
"""MSG 4025 business functions of GR.9 that are known; another one keeps its code as the kind."""
CANCELLED = "XX"
"""AIRIMP status of a segment that an empty ORG takes out of the itinerary."""


def read_flight(ordinal: int, elements: Elements, year: int, findings: list[Finding]) -> FlightDraft:
    """A TVL as a flight: local times, marketing and operating carrier, number and booking class."""
    departs, arrives = _times(ordinal, elements, year, findings)
    number, suffix = split_number(at(elements, 4))
    carrier, operating = at(elements, 3) or None, at(elements, 3, 1) or None
    return FlightDraft(
        ordinal,
        carrier,
        number,
        suffix,
        Leg(at(elements, 1) or None, at(elements, 2) or None, departs, arrives),
        operating_carrier=operating if operating != carrier else None,
        booking_class=at(elements, 4, 1) or None,
    )


def _times(
    ordinal: int, elements: Elements, year: int, findings: list[Finding]
) -> tuple[PartialDate | None, PartialDate | None]:
    """Departure and arrival. An arrival without a date is on the day of departure (PNRGOV guide, TVL)."""
    product = elements[0] if elements else []
    begin, clock, end, end_clock = [part.strip() for part in (*product, "", "", "", "")[:4]]
    date = ddmmyy(begin, year)
    if len(end) == 4 and not end_clock:
        # Some carriers leave out the empty date together with its separator.
        end, end_clock = "", end
    # An empty arrival date means the day of departure, even across the date line.
    arrival = ddmmyy(end, year) if end else date
    if (begin and not date) or (end and not arrival):
        findings.append(warning("date-unreadable", ordinal, "TVL: a date is not DDMMYY"))
    return local_time(date, clock), local_time(arrival, end_clock) if end or end_clock else None


def segment(booking: BookingDraft, wire: Segment, elements: Elements) -> None:
    """A TVL of GR.5: a flight of the itinerary, or, bare but for a number, the operating flight of the one before."""
    bare = not any(part.strip() for element in elements[:3] for part in element) and at(elements, 4)
    # From 14.1 on TRA says this; releases before it have no other way.
    if bare and booking.flight and (booking.flight.operating_carrier or at(elements, 3)):
        booking.flight.operating_carrier = at(elements, 3) or booking.flight.operating_carrier
        booking.flight.operating_number = split_number(at(elements, 4))[0]
        return
    # Better a flight too many than one that nobody sees.
    if bare:
        text = "a TVL with a number only follows no code-share; it was read as a flight of its own"
        booking.findings.append(info("operating-flight-alone", wire.ordinal, text))
    booking.flight = read_flight(wire.ordinal, elements, booking.year, booking.findings)
    booking.flights.append(booking.flight)
    booking.mode = Mode.SEGMENT
    booking.person = None


def is_pushed(flight: FlightDraft, pushed: Flight | None) -> bool:
    """Whether an itinerary segment is the flight that the push is about: same places, same day."""
    if pushed is None or not pushed.legs:
        return False
    leg = pushed.legs[0]
    # Not by number: the booking shows the marketing flight, the push the operating one.
    same_places = (flight.leg.origin, flight.leg.destination) == (leg.origin, leg.destination)
    return same_places and (flight.leg.departs or "")[:10] == (leg.departs or "")[:10]


def operating(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """TRA (14.1 and later): operating carrier and flight number."""
    if booking.flight:
        number, suffix = split_number(at(elements, 1))
        booking.flight.operating_carrier = at(elements, 0) or booking.flight.operating_carrier
        booking.flight.operating_number = f"{number or ''}{suffix or at(elements, 1, 2)}" or None


def status(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """RPI: how many places, and the status they have."""
    if booking.flight:
        booking.flight.status = at(elements, 1) or booking.flight.status


def equipment(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """APD: the aircraft type."""
    if booking.flight:
        booking.flight.equipment = at(elements, 0) or at(elements, 1) or None


def segment_originator(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """ORG behind a flight: an empty one says that the flight was cancelled; another one is the agent's."""
    if booking.flight and not any(part.strip() for element in elements for part in element):
        booking.flight.status = CANCELLED


def begin_split(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """EQN of GR.8: how many people were split to or from the booking that the next RCI names."""
    count = whole(at(elements, 0))
    if count is not None:
        booking.split_count = (booking.split_count or 0) + count
    booking.mode = Mode.SPLIT


def split_locator(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """RCI of GR.8: the locators of the other booking."""
    booking.split_from.extend(element[1].strip() for element in elements if len(element) > 1 and element[1].strip())


def begin_other(booking: BookingDraft, _wire: Segment, elements: Elements) -> None:
    """MSG of GR.9: what kind of service the next TVL is."""
    code = at(elements, 0) or at(elements, 0, 1)
    booking.other_kind = SERVICE_KINDS.get(code, code)
    booking.mode = Mode.NON_AIR


def other_service(booking: BookingDraft, wire: Segment, elements: Elements) -> None:
    """TVL of GR.9: a hotel, car or rail service, with place, vendor and confirmation."""
    begins, ends = _times(wire.ordinal, elements, booking.year, booking.findings)
    place = ", ".join(part.strip() for part in (elements[1] if len(elements) > 1 else ()) if part.strip())
    booking.other_services.append(
        OtherService(
            booking.other_kind,
            masked_text(place) or None,
            at(elements, 3) or None,
            masked_part(at(elements, 4)) or None,
            begins,
            ends,
            wire.ordinal,
        )
    )
