"""Travellers looked for in the unit: by name with the engine that screens, by document, booking or flight.

A name is searched as if somebody of that name were listed: the travellers' names that are kept ready for changed lists
(`held_travellers`) are gone through, and who could be meant is compared in full, with the same explanation as a hit.
At most `limit` are shown, and how many are withheld is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import connection

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.question import Question
from gatehouse.screening.held_travellers import candidates_for
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.subject import completed, subject_of
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.candidate import Reason, Subject
from gatehouse.terms.saying import Saying

COMPARED_MAX = 2_000
"""Statements compared in full for one question; beyond it the question has to be narrower."""
SCORE_MIN = 0.2
"""A search shows who is less alike than a hit would be: a person asked, and a person judges."""

SHOWN = """
SELECT t.id, t.given_names, t.surname, t.birth_date, t.state, l.id, l.carrier, l.number, l.origin, l.destination,
    l.departs
FROM travellers_traveller t JOIN travellers_flightleg l ON l.id = t.leg_id WHERE t.id = ANY(%s)
"""
STATEMENTS = """
SELECT r.traveller_id, r.payload::text FROM travellers_travellerrecord r
WHERE r.id = ANY(%s) AND NOT r.superseded ORDER BY r.id
"""
BY_LOCATOR = """
SELECT DISTINCT r.traveller_id FROM travellers_booking b JOIN travellers_travellerrecord r ON r.booking_id = b.id
WHERE b.locator = %s AND NOT r.superseded LIMIT %s
"""
BY_FLIGHT = """
SELECT t.id FROM travellers_flightleg l JOIN travellers_traveller t ON t.leg_id = l.id
WHERE l.carrier = %s AND l.number = %s AND (%s = '' OR left(l.departs, 10) = %s) ORDER BY l.departs DESC, t.id LIMIT %s
"""


class Match(NamedTuple):
    """A traveller who was found: who, on which flight; `score` and `explanation` where a name was asked for."""

    traveller: int
    name: str
    birth_date: str | None
    state: str
    flight: str
    departs: str | None
    score: float | None = None
    explanation: tuple[Reason, ...] = ()


class Matches(NamedTuple):
    """What was found, best or newest first, and how many more there are than are shown (at least)."""

    shown: list[Match]
    withheld: int


def look_for(visit: Visit, question: Question, limit: int) -> Matches:
    """The travellers that the question means. Raises `RefusedError` as the door does.

    EnquiryError for a question that says nothing, or that so many names answer that they cannot all be compared.
    """
    if fault := question.fault():
        raise EnquiryError(fault, Saying("say a name, a document number, a booking or a flight"))
    store = subject(SubjectClass.TRAVELLER, "store:travellers")
    with opened(visit, Act.SEARCH, store) as opening:
        found = _found(question, limit)
        shown = Matches(found[:limit], max(0, len(found) - limit))
        opening.note(Act.SEARCH, store, {"shown": len(shown.shown)})
        return shown


def _found(question: Question, limit: int) -> list[Match]:
    if question.name:
        return _by_name(question)
    return _by_document(question) if question.document else _exactly(question, limit)


def _by_document(question: Question) -> list[Match]:
    """Who travels with the document of this number, whoever issued it."""
    held = _statements(candidates_for(question.as_entry(), SCORE_MIN))
    travellers = [one for one, said in held.items() if question.has_document(said)]
    places = _shown(travellers)
    return [places[traveller] for traveller in sorted(travellers, reverse=True) if traveller in places]


def _by_name(question: Question) -> list[Match]:
    """Who may be meant by the name, likeliest first, each person on each flight once."""
    entry = question.as_entry()
    numbers = candidates_for(entry, SCORE_MIN)
    if len(numbers) > COMPARED_MAX:
        raise EnquiryError(
            Saying("%(count)s statements answer", count=len(numbers)), Saying("add a birth date, or more of the name")
        )
    screener = Screener([entry], threshold=SCORE_MIN)
    compared = {}
    for traveller, said in _statements(numbers).items():
        for candidate in screener.screen(said):
            if candidate.above_threshold:
                compared[traveller] = candidate
    places = _shown(compared)
    ordered = sorted(compared.items(), key=lambda item: (-item[1].score, item[0]))
    return [
        places[traveller]._replace(score=candidate.score, explanation=candidate.explanation)
        for traveller, candidate in ordered
        if traveller in places
    ]


def _statements(numbers: list[int]) -> dict[int, Subject]:
    """One subject for each traveller, made of all these statements about them."""
    said: dict[int, list[Subject]] = {}
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [numbers])
        for traveller, payload in cursor.fetchall():
            said.setdefault(traveller, []).append(subject_of(traveller_from(payload)))
    return {traveller: completed(first, others) for traveller, (first, *others) in said.items()}


def _exactly(question: Question, limit: int) -> list[Match]:
    """Who is in the booking, or on the flight: one more than is shown, to know of more."""
    with connection.cursor() as cursor:
        if question.locator:
            cursor.execute(BY_LOCATOR, [question.locator, limit + 1])
        else:
            carrier, number = question.flight_parts()
            cursor.execute(BY_FLIGHT, [carrier, number, question.day, question.day, limit + 1])
        travellers = [traveller for (traveller,) in cursor.fetchall()]
    places = _shown(travellers)
    return [places[traveller] for traveller in travellers if traveller in places]


def _shown(travellers: Iterable[int]) -> dict[int, Match]:
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, [list(travellers)])
        return {row[0]: _match(row) for row in cursor.fetchall()}


def _match(row: tuple[Any, ...]) -> Match:
    id_, given, surname, birth, state, _, carrier, number, origin, destination, departs = row
    name = " ".join(str(part) for part in (given, surname) if part)
    flight = f"{carrier or '?'}{number or '?'} {origin or '?'}-{destination or '?'}"
    return Match(id_, name, birth, state, flight, departs)
