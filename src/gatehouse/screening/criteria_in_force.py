"""Pre-determined criteria beside the lists: which are applied now, and what they make of a batch of travellers.

A criterion is applied while it is active in the register, passes its check under the law profile on that day, and the
profile lets criteria be applied at all: once its review has lapsed too far, none is. What matches becomes a claim
like any other, and so a hit that waits for a person; it has no score, names the criterion's version and file, and
shows every test with what it met. A register that was tampered with stops the run: to go on without it would be to
miss people in silence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import orjson
from django.conf import settings
from django.db import connection
from django.utils import timezone

from gatehouse.records.law import law
from gatehouse.safeguards.profile import Profile
from gatehouse.screening.criteria.checking import check, is_refused
from gatehouse.screening.criteria.condition import TestOutcome, shown
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.evaluation import CriterionMatch, evaluate
from gatehouse.screening.criteria.events_file import EVENTS_FILE
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.journey_json import booking_of
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria.stored_history import SOURCE, joined
from gatehouse.screening.criteria.tables import Table
from gatehouse.screening.hits.merging import Claim
from gatehouse.screening.intake.messages_store import Incoming
from gatehouse.screening.travellers.held import People
from gatehouse.screening.travellers.ledger import Placed
from gatehouse.terms.booking import Booking
from gatehouse.terms.candidate import Candidate, Reason
from gatehouse.terms.traveller import Role, Traveller

LIST = "CRITERIA"
"""What stands in the place of a list's name in a hit that a criterion made. No list may be called so."""
NO_SCORE = 0.0
_WORDS = {True: "met", False: "not met", None: "not known"}
BOOKINGS = """
SELECT DISTINCT ON (r.traveller_id) r.traveller_id, v.payload::text FROM travellers_travellerrecord r
JOIN travellers_bookingversion v ON v.booking_id = r.booking_id
WHERE r.traveller_id = ANY(%s) AND NOT r.superseded ORDER BY r.traveller_id, v.superseded, v.id DESC
"""
HELD = "SELECT traveller_id, leg_id, entry_id FROM hits_hit WHERE list = %s AND traveller_id = ANY(%s)"


class _Known(NamedTuple):
    """What was in force when it was last looked up, and for which state of register, law and day."""

    mark: tuple[object, ...]
    criteria: tuple[Criterion, ...]


_LAST: list[_Known] = []


def permitted_by(profile: Profile) -> Permitted:
    """What the law profile lets criteria look at, with the provisions that say so."""
    rules = profile.criteria
    return Permitted(rules.nationality_provision, rules.sex_provision, rules.age_provision)


def in_force() -> tuple[Criterion, ...]:
    """The criteria that are applied now; looked up anew when the register, the law's standing or the day changed.

    Raises `RegisterError` for a register that is not as it was written.
    """
    folder: Path | None = getattr(settings, "CRITERIA_FOLDER", None)
    standing, today = law().standing(), timezone.now().date()
    if folder is None or not standing.may_apply_criteria:
        return ()
    mark = (folder, _mark(folder / EVENTS_FILE), law().profile, today)
    if not _LAST or _LAST[0].mark != mark:
        _LAST[:] = [_Known(mark, _looked_up(folder, law().profile, today))]
    return _LAST[0].criteria


def _mark(events: Path) -> tuple[int, int] | None:
    try:
        found = events.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size


def _looked_up(folder: Path, profile: Profile, today: dt.date) -> tuple[Criterion, ...]:
    allowed = permitted_by(profile)
    return tuple(one for one in Register(folder).in_force(today) if not is_refused(check(one, allowed, today)))


def claims(
    criteria: Sequence[Criterion], placed: Iterable[tuple[Incoming, list[Placed]]], people: People
) -> Iterator[Claim]:
    """A claim for every criterion that a traveller of the batch meets, made from all that is stated of them.

    A hit of a criterion that is met no more, after what was told now, is claimed as weakened.
    """
    if not criteria:
        return
    told = _told(placed)
    bookings = _bookings(told)
    held = _held(list(told))
    for person, (message, where) in told.items():
        journey = _journey(message, where, people.statements(person), bookings.get(person))
        if journey is None:
            continue
        matches = {_entry_id(match): match for match in evaluate(criteria, journey)}
        for match in matches.values():
            yield Claim(person, where.leg_id, where.source, message.id, candidate_of(match), is_whole=True)
        for leg, entry_id in held.get(person, ()):
            if entry_id not in matches and leg == where.leg_id:
                yield Claim(person, leg, where.source, message.id, _no_more(entry_id), is_whole=True)


def candidate_of(match: CriterionMatch) -> Candidate:
    """The claim that a criterion makes: no score, the version and hash, every test, what could exculpate, the note."""
    reasons = (
        *(_reason("criterion", outcome) for outcome in match.explanation),
        *(Reason("exculpating", None, one.why, _WORDS[one.is_met], 0.0) for one in match.exculpations),
        Reason("triage", None, match.triage, "read first", 0.0),
    )
    return Candidate(LIST, _entry_id(match), match.title, NO_SCORE, True, reasons, f"criteria {match.sha256}")


def _entry_id(match: CriterionMatch) -> str:
    return f"{match.identifier}/{match.version}"


def _reason(feature: str, outcome: TestOutcome) -> Reason:
    return Reason(feature, shown(outcome.met), str(outcome.test), _WORDS[outcome.is_met], 0.0)


def _no_more(entry_id: str) -> Candidate:
    why = Reason("criterion", None, None, "not met", 0.0, "what was told later does not meet it")
    return Candidate(LIST, entry_id, entry_id, NO_SCORE, False, (why,), "criteria")


def _told(placed: Iterable[tuple[Incoming, list[Placed]]]) -> dict[int, tuple[Incoming, Placed]]:
    """Of each person of whom something was told, the last message that did."""
    return {where.person: (message, where) for message, wheres in placed for where in wheres if where.told_more}


def _journey(
    message: Incoming, where: Placed, statements: Sequence[Traveller], booking: Booking | None
) -> Journey | None:
    if not statements or statements[0].role is Role.GROUP:
        return None
    whole = joined(list(statements))
    return Journey(f"{SOURCE} {where.leg_id}", where.person, whole, booking, message.reading.flights)


def _bookings(told: Mapping[int, tuple[Incoming, Placed]]) -> dict[int, Booking]:
    """The newest booking of each person, as it is stored."""
    with connection.cursor() as cursor:
        cursor.execute(BOOKINGS, [list(told)])
        return {
            person: booking_of(Table(orjson.loads(payload), "the database", f"booking of {person}"))
            for person, payload in cursor.fetchall()
        }


def _held(people: list[int]) -> dict[int, list[tuple[int, str]]]:
    """The hits that criteria made of these people before: leg and criterion."""
    found: dict[int, list[tuple[int, str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(HELD, [LIST, people])
        for person, leg, entry_id in cursor.fetchall():
            found.setdefault(person, []).append((leg, entry_id))
    return found
