"""GR.2: a TIF becomes a person; FTI, REF and FAR add to that person."""

from __future__ import annotations

import re

from gatehouse.edifact import Segment
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.name_words import FILLERS, PARTED
from gatehouse.screening.messages.pnrgov.docs import read_infant
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Mode, Person
from gatehouse.screening.messages.pnrgov.infants import add_infant
from gatehouse.screening.messages.pnrgov.naming import key, split_title
from gatehouse.screening.messages.pnrgov.party import join, meant, named
from gatehouse.terms.booking import Remark
from gatehouse.terms.finding import error, info, warning
from gatehouse.terms.traveller import Evidence, Role

INFANT_KINDS = frozenset({"IN", "INF", "INS"})
KNOWN_KINDS = frozenset({"", "A", "C", "G", "ADT", "CHD", "CNN", "M", "F", "I"}) | INFANT_KINDS
"""Traveller types (PADIS 6353) this reader knows; another one is kept as evidence and the person as a passenger."""

_INFANT_BEHIND = re.compile(r"\(INF[ /]?([^()/]+/[^()]+)\)?$")
_NO_PARTS: list[str] = [""] * 4


def begin_person(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """A TIF of GR.2: one more person, whatever it lacks, and one for each further composite of given names."""
    _add_person(booking, segment, elements)
    # Releases that number families by surname repeat the composite; each one is somebody.
    for further in elements[2:]:
        if _is_somebody(elements[1], further):
            text = "one TIF names several people; each is a traveller"
            booking.findings.append(info("travellers-together", segment.ordinal, text))
            _add_person(booking, segment, [elements[0], further])


def _is_somebody(first: list[str], further: list[str]) -> bool:
    """Whether a further element holds given names: with a type like the first one, or letters where none has a type."""
    # With the terminator behind it lost, a TIF runs into the segment after it, whose dates and places are nobody.
    given = further[0].strip()
    if not given or any(map(str.isdigit, given)):
        return False
    return len(further) > 1 or len(first) == 1


def _add_person(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    elements, brought = _without_infant(elements)
    person = _person(segment.ordinal, elements)
    if not person.surname and not person.given_names:
        booking.findings.append(error("name-missing", segment.ordinal, "TIF names nobody; the traveller is kept"))
    # An unknown kind must not fall through to a known one: the wire's own word stays visible.
    if person.kind not in KNOWN_KINDS:
        person.evidence.append(Evidence(segment.ordinal, person.kind))
        text = f"traveller type {person.kind[:4]} is not known; read as a passenger"
        booking.findings.append(info("traveller-type-unknown", segment.ordinal, text))
    join(booking, person)
    booking.person = person
    booking.ticket = None
    booking.mode = Mode.PAX
    if brought:
        stated = read_infant(brought, booking.year)
        infant = add_infant(booking, (stated.surname, stated.given_names), person, segment.ordinal)
        infant.state("birth_date", stated.birth_date, segment.ordinal)


def _without_infant(elements: Elements) -> tuple[Elements, str]:
    """The elements without an infant named in brackets behind its adult (`ANN MRS(INFROE/TIM/10AUG24)`), and that."""
    found = _INFANT_BEHIND.search(elements[1][0]) if len(elements) > 1 and "(INF" in elements[1][0] else None
    if found is None:
        return elements, ""
    given = elements[1][0][: found.start()]
    return [elements[0], [given, *elements[1][1:]], *elements[2:]], found[1]


def _person(ordinal: int, elements: Elements) -> Person:
    surname_parts = elements[0] if elements else _NO_PARTS
    surname, qualifier = surname_parts[0].strip(), surname_parts[1].strip() if len(surname_parts) > 1 else ""
    given, kind, number, brings_infant = [
        part.strip() for part in ((elements[1] if len(elements) > 1 else []) + _NO_PARTS)[:4]
    ]
    kind = kind.upper()
    # A host without a field for given names prints both as on the ticket.
    if not given and "/" in surname and (parted := PARTED.fullmatch(surname)):
        surname, given = (part.strip() for part in parted.groups())
    given_names, title = split_title(given) if given else (None, None)
    # FNU and the like say that there is no name, and must not be screened as one.
    given_names = None if given_names and given_names.upper() in FILLERS else given_names
    surname = "" if surname.upper() in FILLERS else surname
    # Some hosts put a mononym and its title into the surname field together.
    if not given and " " in surname:
        surname, title = _titled_surname(surname)
    # A qualifier G with given names is a named member of a group, not an empty place.
    group = kind == "G" or (qualifier.upper() == "G" and not given_names)
    person = Person(
        ordinal,
        ordinal,
        role=Role.GROUP if group else Role.PASSENGER,
        surname=surname or None,
        given_names=given_names,
        title=title,
        keys=(key(surname), key(given_names)),
        kind=kind,
        number=number or None,
        infant=kind in INFANT_KINDS,
        brings_infant=brings_infant,
    )
    stated = {"surname": surname, "given_names": given_names, "title": title, "number": person.number}
    person.sources = {name: ordinal for name, value in stated.items() if value}
    return person


def _titled_surname(surname: str) -> tuple[str, str | None]:
    """A surname that stands alone may carry the title as a word of its own; nothing is cut from inside a word."""
    words = surname.split()
    left, title = split_title(" ".join(words[1:]))
    if title and " ".join(filter(None, (left, title))) == " ".join(words[1:]):
        return " ".join(filter(None, (words[0], left))), title
    return surname, None


def person_behind_split(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """A TIF behind a split reference: one more person where the itinerary is still to come, else as a stray one."""
    (misplaced_person if booking.flights else begin_person)(booking, segment, elements)


def misplaced_person(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """A TIF after the itinerary has begun but outside check-in: the person is known already, or is one more."""
    keys = _person(segment.ordinal, elements).keys
    known = meant(booking, at(elements, 1, 2), keys) or named(booking, keys)
    if known:
        known.touch(segment.ordinal)
        booking.person = known
        return
    text = "TIF stands after the itinerary; its traveller was added"
    booking.findings.append(warning("segment-misplaced", segment.ordinal, text))
    # The itinerary goes on after the stray TIF, so the mode must not fall back to GR.2.
    mode = booking.mode
    begin_person(booking, segment, elements)
    booking.mode = mode


def frequent_flyer(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """FTI: each composite is a carrier and a membership number."""
    person = booking.person
    if person is None:
        return
    # FTI repeats: one composite for each programme.
    for element in elements:
        carrier, number = element[0].strip(), element[1].strip() if len(element) > 1 else ""
        if number:
            add_loyalty(person, carrier, number, segment.ordinal)


def add_loyalty(person: Person, carrier: str, number: str, ordinal: int) -> None:
    """One frequent-traveller number, once: `SQ:7700112233`."""
    person.loyalty.setdefault(f"{carrier}:{number}" if carrier else number)
    person.sources.setdefault("loyalty", ordinal)
    person.touch(ordinal)


def person_reference(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """REF: the carrier's own key of the person, the join to RFF+ABO of the API message."""
    if booking.person:
        booking.person.state("reference", at(elements, 0, 1) or at(elements, 0) or None, segment.ordinal)
        booking.person.touch(segment.ordinal)


def fare(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """FAR: fare type, discount and fare basis, as a remark."""
    text = " ".join(part.strip() for element in elements for part in element if part.strip())
    if text:
        booking.remarks.append(Remark("fare", text, segment=segment.ordinal))
    if booking.person:
        booking.person.touch(segment.ordinal)
