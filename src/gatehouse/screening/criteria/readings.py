"""How each field of `fields.csv` is read from a journey. `None` stands for "not stated".

Times are counted to the day of departure, so that a criterion says the same of a journey whenever it is asked. Words
come out in capitals without blanks at their ends, and an empty set of words is "not stated".
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterable
from types import MappingProxyType

from gatehouse.screening.criteria.journey import DAY_LENGTH, Journey, day, legs
from gatehouse.screening.criteria.protected_values import unrevealing
from gatehouse.terms.booking import Booking
from gatehouse.terms.places import airport_country

Value = str | float | bool | frozenset[str]
Reading = Callable[[Journey], Value | None]

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_HOUR = slice(11, 13)


def word(text: str | None) -> str | None:
    """A word as it is compared: capitals, no blanks around, `None` when nothing is left."""
    return (text or "").strip().upper() or None


def words(texts: Iterable[str | None]) -> frozenset[str] | None:
    """A set of words as it is compared, `None` when it is empty."""
    return frozenset(known for text in texts if (known := word(text))) or None


def age_years(journey: Journey) -> int | None:
    """Completed years on the day of departure; `None` where a partial birth date leaves two ages open."""
    ages = possible_ages(journey)
    return ages[0] if ages and ages[0] == ages[1] else None


def possible_ages(journey: Journey) -> tuple[int, int] | None:
    """The least and the greatest age that the stated birth date leaves open, or `None`."""
    born, leaves = journey.traveller.birth_date, journey.departure_day
    if not born or not leaves:
        return None
    year, month, of_month = (int(part) for part in f"{born}-00-00"[:DAY_LENGTH].split("-"))
    first = dt.date(year, month or 1, of_month or 1)
    last = dt.date(year, month or 12, of_month or monthrange(year, month or 12)[1])
    oldest = _years(first, leaves)
    return (max(0, _years(last, leaves)), oldest) if oldest >= 0 else None


def _years(born: dt.date, leaves: dt.date) -> int:
    return leaves.year - born.year - ((leaves.month, leaves.day) < (born.month, born.day))


def _days(earlier: str | dt.date | None, later: str | dt.date | None) -> int | None:
    first, last = (value if isinstance(value, dt.date) else day(value) for value in (earlier, later))
    return (last - first).days if first and last else None


def _days_left(journey: Journey) -> int | None:
    left = [_days(journey.departure_day, document.expires) for document in journey.traveller.documents]
    return min((days for days in left if days is not None), default=None)


def _days_since_issue(journey: Journey) -> int | None:
    since = [_days(document.issued, journey.departure_day) for document in journey.traveller.documents]
    return min((days for days in since if days is not None), default=None)


def _services(journey: Journey, booking: Booking) -> frozenset[str] | None:
    """Codes of services that are for this person, or for nobody in particular; never those of a companion."""
    own = journey.traveller.number
    codes = (one.code for one in booking.services if not one.travellers or own in one.travellers)
    return unrevealing("booking.services", words(codes))


def _airports(journey: Journey) -> frozenset[str] | None:
    return words(place for leg in legs(journey.itinerary) for place in (leg.origin, leg.destination))


def _ends(journey: Journey) -> tuple[str | None, str | None]:
    hops = legs(journey.itinerary)
    return (word(hops[0].origin), word(hops[-1].destination)) if hops else (None, None)


def _returns(journey: Journey) -> bool | None:
    first, last = (airport_country(place) if place else None for place in _ends(journey))
    return first == last if first and last else None


def _itinerary_days(journey: Journey) -> int | None:
    times = [leg.departs for leg in legs(journey.itinerary)]
    return _days(times[0], times[-1]) if times else None


def _departure_hour(journey: Journey) -> int | None:
    hour = (journey.departs or "")[_HOUR]
    return int(hour) if hour.isascii() and hour.isdigit() else None


def _of_booking(read: Callable[[Journey, Booking], Value | None]) -> Reading:
    return lambda journey: read(journey, journey.booking) if journey.booking else None


READINGS: MappingProxyType[str, Reading] = MappingProxyType(
    {
        "traveller.role": lambda j: word(j.traveller.role.value),
        "traveller.age_years": age_years,
        "traveller.sex": lambda j: word(j.traveller.sex),
        "traveller.nationalities": lambda j: words(j.traveller.nationalities),
        "traveller.infant": lambda j: j.traveller.infant,
        "traveller.residence": lambda j: word(j.traveller.residence),
        "traveller.bag_count": lambda j: j.traveller.bag_count,
        "traveller.bag_weight_kg": lambda j: j.traveller.bag_weight_kg,
        "traveller.cabins": lambda j: words(seat.cabin for seat in j.traveller.seats),
        "traveller.contact_kinds": lambda j: words(contact.kind for contact in j.traveller.contacts),
        "traveller.loyalty_count": lambda j: len(j.traveller.loyalty),
        "traveller.ticket_count": lambda j: len(j.traveller.tickets),
        "traveller.embarkation": lambda j: word(j.traveller.embarkation),
        "traveller.destination": lambda j: word(j.traveller.destination),
        "traveller.document_checked": lambda j: j.traveller.verified,
        "document.count": lambda j: len(j.traveller.documents),
        "document.types": lambda j: unrevealing(
            "document.types", words(document.type for document in j.traveller.documents)
        ),
        "document.issuers": lambda j: words(document.issuer for document in j.traveller.documents),
        "document.days_left": _days_left,
        "document.days_since_issue": _days_since_issue,
        "booking.days_ahead": _of_booking(lambda j, b: _days(b.created, j.departure_day)),
        "booking.ticketed_days_ahead": _of_booking(lambda j, b: _days(b.ticketed, j.departure_day)),
        "booking.travellers": _of_booking(lambda _, b: len(b.travellers) or None),
        "booking.agency": _of_booking(lambda _, b: word(b.agency)),
        "booking.services": _of_booking(_services),
        "booking.contact_kinds": _of_booking(lambda _, b: words(contact.kind for contact in b.contacts)),
        "booking.changes": _of_booking(lambda _, b: len(b.history)),
        "booking.split": _of_booking(lambda _, b: bool(b.split_from)),
        "booking.cancelled": _of_booking(lambda _, b: b.cancelled),
        "booking.other_services": _of_booking(lambda _, b: words(service.kind for service in b.other_services)),
        "payment.kinds": _of_booking(lambda _, b: words(payment.kind for payment in b.payments)),
        "payment.count": _of_booking(lambda _, b: len(b.payments)),
        "payment.currencies": _of_booking(lambda _, b: words(payment.currency for payment in b.payments)),
        "ticket.kinds": _of_booking(lambda _, b: words(ticket.kind for ticket in b.tickets)),
        "itinerary.legs": lambda j: len(legs(j.itinerary)) or None,
        "itinerary.airports": _airports,
        "itinerary.countries": lambda j: words(map(airport_country, _airports(j) or ())),
        "itinerary.origin": lambda j: _ends(j)[0],
        "itinerary.destination": lambda j: _ends(j)[1],
        "itinerary.returns": _returns,
        "itinerary.days": _itinerary_days,
        "itinerary.carriers": lambda j: words(flight.carrier for flight in j.itinerary),
        "itinerary.flights": lambda j: words(flight.designator for flight in j.itinerary),
        "itinerary.departure_hour": _departure_hour,
        "itinerary.departure_weekday": lambda j: WEEKDAYS[d.weekday()] if (d := j.departure_day) else None,
    }
)
"""One reading for each row of `fields.csv`; a test holds the two together."""
