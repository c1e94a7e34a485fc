"""Data quality that the message alone can tell, after it has been read: rules Q12 to Q40 over the whole reading.

Each rule is a function in a table, from a traveller and the day of travel to a finding or None. None of them changes
a value: they tell a carrier what to mend and a reviewer what to doubt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from gatehouse.screening.messages.name_words import PLACEHOLDERS
from gatehouse.screening.messages.paxlst.routes_quality import leg_findings
from gatehouse.screening.messages.paxlst.said import finding
from gatehouse.terms.finding import Finding
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role, Traveller

AGE_YEARS_MAX = 115
COMPLETE_FUNCTIONS = frozenset({"passenger-list", "crew-list"})
"""Functions whose persons must be complete; closing and cancelling name people by name and reference alone."""
MANDATORY = (
    ("surname", "name"),
    ("birth_date", "birth date"),
    ("sex", "sex"),
    ("nationalities", "nationality"),
    ("documents", "document"),
)
MANDATORY_OF_DOCUMENT = ("issuer", "expires")
COUNTED_ROLES = {
    "passengers": frozenset({Role.PASSENGER, Role.TRANSIT}),
    "crew": frozenset({Role.CREW, Role.TRANSIT_CREW}),
}

_ODD_NAME = re.compile(rf"(\d)|\b(?:{'|'.join(sorted(PLACEHOLDERS))})\b", re.IGNORECASE)
_COMPLETE = frozenset(
    (*(field for field, _ in MANDATORY), *(f"documents.0.{field}" for field in MANDATORY_OF_DOCUMENT))
)

PersonRule = Callable[[Traveller, str], Finding | None]


def quality(reading: Reading) -> Iterator[Finding]:
    """Findings of all rules over a reading. `day` is the first day of travel, else the day the message was sent."""
    day = travel_day(reading)
    rules = (*PERSON_RULES, complete) if reading.function in COMPLETE_FUNCTIONS else PERSON_RULES
    for traveller in reading.travellers:
        for rule in rules:
            found = rule(traveller, day)
            if found is not None:
                yield found
    yield from leg_findings(reading.flights)
    yield from shared_findings(reading.travellers)
    yield from count_findings(reading)


def travel_day(reading: Reading) -> str:
    """The earliest departure day that the flights state, else the day of sending, else the empty text."""
    departures = [leg.departs for flight in reading.flights for leg in flight.legs if leg.departs]
    return min(departures, default=reading.sent or "")[:10]


def complete(traveller: Traveller, _day: str) -> Finding | None:
    """Q20: name, birth date, sex, nationality and a document with issuer and expiry are stated (if only as unknown)."""
    sources = traveller.sources
    # The usual case, and one set comparison.
    if sources.keys() >= _COMPLETE:
        return None
    missing = [name for field, name in MANDATORY if field not in sources]
    if traveller.documents:
        stated = "documents.0."
        missing += [
            f"document {field}"
            for field in MANDATORY_OF_DOCUMENT
            if getattr(traveller.documents[0], field) is None and stated + field not in sources
        ]
    return finding("element-missing", traveller.segments[0], ", ".join(missing)) if missing else None


def born_plausibly(traveller: Traveller, day: str) -> Finding | None:
    """Q21: not born after the day of travel, not older than `AGE_YEARS_MAX`. Dates compare as far as they go."""
    birth = traveller.birth_date
    if birth is None or not day:
        return None
    segment = traveller.sources.get("birth_date")
    if birth > day[: len(birth)]:
        return finding("birth-in-future", segment)
    if int(day[:4]) - int(birth[:4]) > AGE_YEARS_MAX:
        return finding("age-beyond-limit", segment)
    return None


def name_plausible(traveller: Traveller, _day: str) -> Finding | None:
    """Q23 to Q25: no digits or placeholder words in a name, surname and given names differ, a surname is no initial."""
    surname, given = traveller.surname or "", traveller.given_names or ""
    segment = traveller.segments[0]
    odd = _ODD_NAME.search(f"{surname} {given}")
    if odd:
        return finding("name-digits" if odd[1] else "name-placeholder", segment)
    if surname and surname == given:
        return finding("name-repeated", segment)
    return finding("surname-initial", segment) if len(surname) == 1 else None


def documents_valid(traveller: Traveller, day: str) -> Finding | None:
    """Q40: no document expires before the day of travel. A partial expiry counts to its end."""
    for document in traveller.documents:
        if document.expires is not None and document.expires < day[: len(document.expires)]:
            return finding("document-expired", document.segment)
    return None


PERSON_RULES: tuple[PersonRule, ...] = (born_plausibly, name_plausible, documents_valid)


def shared_findings(travellers: tuple[Traveller, ...]) -> Iterator[Finding]:
    """Q28 and Q29: one document or one seat stated for several persons, said once, where the second states it."""
    papers = [
        ((paper.number, paper.type, paper.issuer), paper.segment)
        for traveller in travellers
        for paper in traveller.documents
        if paper.number
    ]
    seats = [(seat.number, seat.segment) for traveller in travellers for seat in traveller.seats]
    yield from _repeated("document-shared", papers)
    yield from _repeated("seat-shared", seats)


def _repeated(code: str, stated: Sequence[tuple[Hashable, int | None]]) -> Iterator[Finding]:
    # Counting is only worth while once something repeats.
    if len({what for what, _ in stated}) == len(stated):
        return
    places: defaultdict[Hashable, list[int | None]] = defaultdict(list)
    for what, segment in stated:
        places[what].append(segment)
    for segments in places.values():
        if len(segments) > 1:
            yield finding(code, segments[1], f"{len(segments)} times")


def count_findings(reading: Reading) -> Iterator[Finding]:
    """Q17: a stated total beside the persons of this message. A part of a series is not expected to hold them all."""
    # CNT counts the flight; a part or a change never has everybody.
    if reading.function not in COMPLETE_FUNCTIONS or reading.part is not None:
        return
    for what, stated in reading.counted:
        here = sum(traveller.role in COUNTED_ROLES[what] for traveller in reading.travellers)
        if here != stated:
            yield finding("count-differs", None, f"{stated} {what} stated, {here} here")
