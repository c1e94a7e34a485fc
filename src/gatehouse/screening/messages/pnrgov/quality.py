"""What a finished booking shows to be odd by itself (facts §9: Q22, Q50, Q56, Q58)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Person
from gatehouse.screening.messages.pnrgov.travellers import INFANT_KINDS
from gatehouse.terms.finding import Finding, info, warning
from gatehouse.terms.traveller import Role

INFANT_YEARS = 2
"""An infant travels as one until the second birthday."""
CHILD_YEARS_MAX = 17
"""Nobody older travels as a child; carriers end the fare earlier."""

_LOCATOR = re.compile(r"[A-Z0-9]{5,7}$")


def faults(booking: BookingDraft) -> Iterator[Finding]:
    """Every fault of the booking as a whole."""
    yield from _locator_faults(booking)
    yield from _itinerary_faults(booking)
    day = _travel_day(booking)
    # Without a day of travel nobody has an age.
    if day:
        for person in booking.people:
            # A year alone cannot say which side of a birthday somebody is.
            if person.birth_date and len(person.birth_date) == len(day):
                yield from _age_faults(person, day)
    if booking.history and not (booking.flights or booking.people or booking.cancelled):
        yield warning("history-without-current", booking.first, "a booking of history only")


def _locator_faults(booking: BookingDraft) -> Iterator[Finding]:
    if not booking.locators:
        yield warning("locator-missing", booking.first, "a booking without a locator")
        return
    # Later locators are other systems', with shapes of their own.
    first = next(iter(booking.locators.values())).locator
    if not _LOCATOR.match(first):
        yield info("locator-shape", booking.first, f"a locator of {len(first)} characters, or not letters and digits")


def _itinerary_faults(booking: BookingDraft) -> Iterator[Finding]:
    for before, after in zip(booking.flights, booking.flights[1:], strict=False):
        arrived, departs = before.leg.destination, after.leg.origin
        if arrived and departs and arrived != departs:
            yield info("itinerary-gap", after.segment, f"the itinerary goes on from {departs[:5]}, not {arrived[:5]}")


def _travel_day(booking: BookingDraft) -> str | None:
    if booking.pushed and booking.pushed.legs:
        return (booking.pushed.legs[0].departs or "")[:10] or None
    return next((flight.leg.departs[:10] for flight in booking.flights if flight.leg.departs), None)


def _age_faults(person: Person, day: str) -> Iterator[Finding]:
    """Q22. Dates are ISO text, so that their order is the order of time."""
    birth = person.birth_date or day
    years = int(day[:4]) - int(birth[:4]) - (day[5:] < birth[5:])
    ordinal = person.sources.get("birth_date")
    if person.infant and years >= INFANT_YEARS:
        yield warning("infant-age", ordinal, f"an infant of {years} years on the day of travel")
    elif not person.infant and person.role is Role.PASSENGER and years < INFANT_YEARS and person.kind in ("A", "ADT"):
        yield warning("traveller-type-age", ordinal, "an adult younger than two years on the day of travel")
    elif person.kind in ("C", "CHD", "CNN") and years > CHILD_YEARS_MAX:
        yield warning("traveller-type-age", ordinal, f"a child of {years} years on the day of travel")
    elif person.kind in INFANT_KINDS and years < 0:
        yield warning("infant-age", ordinal, "an infant born after the day of travel")
