"""GR.6 and GR.7: check-in. Boarding number, seat and baggage go to a person who is known already; nobody is added."""

from __future__ import annotations

import re

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Mode, Person
from gatehouse.screening.messages.pnrgov.itinerary import is_pushed
from gatehouse.screening.messages.pnrgov.party import meant, name_keys, named, namesakes, numbered
from gatehouse.screening.messages.pnrgov.travellers import begin_person
from gatehouse.terms.booking import Remark
from gatehouse.terms.finding import info, warning
from gatehouse.terms.quantity import whole
from gatehouse.terms.traveller import Bag, Evidence, Seat

KILOGRAMS = {"700": 1.0, "K": 1.0, "701": 0.45359237, "L": 0.45359237}
"""Weight units of TBD; 702 says that no weight is stated."""
NO_WEIGHT = frozenset({"", "702"})
TAGS_CONSECUTIVE_MAX = 99
"""A tag number stands for at most this many bags in line (our own limit)."""
POOLS = ("HP", "MP")
"""Head and member of a baggage pool."""
NO_SEAT = frozenset({"XXX", "000", "INF", "NIL"})
"""What carriers write where there is no seat."""

_NO_PARTS: list[str] = [""] * 4
_SEAT = re.compile(r"0*(\d{1,3}[A-Z])[A-Z]?$")


def begin_check_in(booking: BookingDraft, _segment: Segment, _elements: Elements) -> None:
    """A DAT behind a flight opens a check-in transaction; its people follow."""
    booking.mode = Mode.CHECKIN
    booking.person = None


def boarding_number(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """TRI: the boarding or sequence number, and in its fourth component whose it is."""
    booking.person = numbered(booking, at(elements, 1, 3))
    booking.mode = Mode.CHECKIN
    if number := at(elements, 1):
        booking.remarks.append(Remark("boarding", number, segment=segment.ordinal))


def checked_in(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """A TIF of GR.7 says who is meant: by its reference, else by TRI's, else by name.

    Somebody whom the booking does not name at all (a go-show) is one more person; a name that two people have is not.
    """
    # TRI's reference numbers the boarding at some hosts, so TIF's own goes first.
    keys = name_keys(at(elements, 0), at(elements, 1))
    person = meant(booking, at(elements, 1, 2), keys) or (None if at(elements, 1, 2) else booking.person)
    if person is None:
        person = named(booking, keys)
        if person is None and any(keys) and not namesakes(booking, keys):
            text = "check-in speaks of a traveller whom the booking does not name; the traveller was added"
            booking.findings.append(warning("checkin-traveller-added", segment.ordinal, text))
            begin_person(booking, segment, elements)
            booking.mode = Mode.CHECKIN
            return
    # The seat and bags that follow must not fall to whoever was checked in before.
    booking.person = person
    if person is None:
        text = "check-in speaks of a traveller whose name the booking gives twice, or of nobody by name"
        booking.findings.append(warning("checkin-traveller-unknown", segment.ordinal, text))
        booking.evidence.append(Evidence(segment.ordinal, segment.text))
    else:
        person.touch(segment.ordinal)


def _checked_in_person(booking: BookingDraft) -> Person | None:
    """Who is being checked in: the person named last, or the only one whom the booking has."""
    if booking.person is None and len(booking.people) == 1:
        return booking.people[0]
    return booking.person


def seat_number(text: str) -> str | None:
    """A seat without leading zeros: `011D` gives `11D`; None for `XXX` and other places that are no seat."""
    text = text.strip().upper()
    if not text or text in NO_SEAT:
        return None
    found = _SEAT.match(text)
    return found[1] if found else text


def give_seat(person: Person, seat: Seat) -> None:
    """A seat, once per leg: the later statement adds its cabin."""
    known = person.seats.setdefault(seat[:3], seat)
    if seat.cabin and not known.cabin:
        person.seats[seat[:3]] = known._replace(cabin=seat.cabin)
    person.sources.setdefault("seats", seat.segment or 0)
    person.touch(seat.segment or person.last)


def seat(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """SSD: the seat given at check-in, with its cabin."""
    number = seat_number(at(elements, 0))
    if number is None:
        return
    person = _checked_in_person(booking)
    if person is None:
        booking.evidence.append(Evidence(segment.ordinal, segment.text))
        return
    leg = booking.flight.leg if booking.flight else None
    origin, destination = (leg.origin, leg.destination) if leg else (None, None)
    give_seat(person, Seat(number, origin, destination, at(elements, 4) or None, segment.ordinal))


def baggage(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """TBD: total, pool and tags. The total of the pushed flight stands before those of other segments."""
    person = _checked_in_person(booking)
    if person is None:
        booking.evidence.append(Evidence(segment.ordinal, segment.text))
        return
    pieces, weight = _total(booking, segment, elements)
    pushed = booking.flight is not None and is_pushed(booking.flight, booking.pushed)
    # Other segments repeat the bags of the journey; the border's own flight decides.
    if pieces is not None and (person.bag_count is None or pushed):
        person.bag_count, person.bag_weight_kg = pieces, weight
        person.sources["bag_count"] = segment.ordinal
        if weight is not None:
            person.sources["bag_weight_kg"] = segment.ordinal
    _file_bags(booking, person, elements, pieces, segment.ordinal)
    person.touch(segment.ordinal)


def _total(booking: BookingDraft, segment: Segment, elements: Elements) -> tuple[int | None, float | None]:
    count, weight, unit = whole(at(elements, 1)), whole(at(elements, 1, 1)), at(elements, 1, 2)
    if count is None:
        return None, None
    if unit not in KILOGRAMS and unit not in NO_WEIGHT:
        booking.findings.append(info("bag-unit-unknown", segment.ordinal, f"weight unit {unit[:4]} is not known"))
    # 702 says that pieces are counted and not weighed; a zero would be an invention.
    if unit not in KILOGRAMS or weight is None:
        return count, None
    return count, round(weight * KILOGRAMS[unit], 2)


def _file_bags(booking: BookingDraft, person: Person, elements: Elements, pieces: int | None, ordinal: int) -> None:
    pool, tags = None, []
    for place, element in enumerate(elements[1:], 1):
        head = element[0].strip().upper()
        # The pool composite stands at the second or third element: known by its value only.
        if head in POOLS:
            pool = ":".join(part.strip() for part in element if part.strip())
        elif place > 1 and len(element) > 1 and element[1].strip():
            tags.append([part.strip() for part in (element + _NO_PARTS)[:4]])
    bags = _tagged(booking, tags, pieces, pool, ordinal)
    if not bags and (pieces or pool):
        bags = [Bag(None, pieces, person.bag_weight_kg if pieces else None, pool=pool, segment=ordinal)]
    for bag in bags:
        person.bags.setdefault((bag.tag, bag.pool, bag.pieces), bag)
        person.sources.setdefault("bags", ordinal)


def _counted_on(number: str, step: int) -> str:
    return f"{int(number) + step:0{len(number)}d}" if step else number


def _tagged(
    booking: BookingDraft, tags: list[list[str]], pieces: int | None, pool: str | None, ordinal: int
) -> list[Bag]:
    """A bag for each tag. Numbers in line are counted on only when that makes the stated total."""
    counts = [whole(tag[2]) or 1 for tag in tags]
    # In some pushes these numbers do not add up to the pieces, so they count something else.
    in_line = sum(counts) == pieces and max(counts, default=0) <= TAGS_CONSECUTIVE_MAX
    if not in_line and pieces is not None and len(tags) not in (0, pieces):
        text = f"{pieces} bags are counted and {len(tags)} tags are given"
        booking.findings.append(info("bag-tag-count", ordinal, text))
    bags = []
    for (issuer, number, _, destination), count in zip(tags, counts, strict=True):
        for step in range(count if in_line and whole(number) is not None else 1):
            tag = _counted_on(number, step)
            bags.append(Bag(issuer + tag, destination=destination or None, pool=pool, segment=ordinal))
    return bags
