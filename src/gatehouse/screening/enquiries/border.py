"""A border check: a document's zone, or a name and a birth date, and one clear answer.

Where somebody listed may be the traveller, and no person has cleared the pair before, the answer is *wait*, and the
unit finds the question with all its candidates under the reference. Nothing else follows from it by itself.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping

from django.utils import timezone

from gatehouse.mrz import Zone, read_zone
from gatehouse.records import Opening, Visit, opened
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Subject as Thing
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.enquiries.answer import BorderAnswer, Fault, answer_for, faults_of
from gatehouse.screening.enquiries.asked_about import traveller_of, written
from gatehouse.screening.enquiries.at_hand import lists_at_hand
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent
from gatehouse.screening.review import memory
from gatehouse.screening.review.silence import covering_clearance
from gatehouse.terms.candidate import Candidate, Subject
from gatehouse.terms.entry import ListEntry

ASKED = Thing(SubjectClass.HIT, "store:border")
REFERENCE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without those that are taken for each other when read out on the telephone."""
REFERENCE_LENGTH = 6
DEMO_USE = "demo"


def check_zone(visit: Visit, text: str) -> BorderAnswer:
    """The answer about the holder of a document, by its machine-readable zone.

    Raises `MrzError` for text that is none, and `RefusedError` as the door does.
    """
    today = timezone.now().date()
    zone = read_zone(text, today)
    live = law().profile.profile.use != DEMO_USE
    return _answered(visit, subject_of_zone(zone), faults_of(zone, today, live=live))


def check_person(visit: Visit, name: str, birth_date: str | None) -> BorderAnswer:
    """The answer about a person by name and, where known, (partial) birth date."""
    return _answered(visit, Subject((name,), birth_date=birth_date), ())


def subject_of_zone(zone: Zone) -> Subject:
    """What of a zone is compared with lists."""
    name = " ".join(part for part in (zone.given_names, zone.surname) if part)
    return Subject(
        names=(name,) if name else (),
        surname=zone.surname or None,
        given_names=zone.given_names or None,
        birth_date=zone.birth_date,
        sex=zone.sex,
        nationalities=(zone.nationality,) if zone.nationality else (),
        documents=((zone.number, zone.issuer),) if zone.number else (),
    )


def _answered(visit: Visit, subject: Subject, faults: tuple[Fault, ...]) -> BorderAnswer:
    began = time.monotonic()
    with opened(visit, Act.CHECK, ASKED) as opening:
        lists = lists_at_hand()
        found = [one for one in lists.find_many([subject])[0].candidates if one.above_threshold]
        loud = [one for one in found if not _is_cleared(subject, one, lists.entries)]
        said = answer_for(faults, _reference() if loud else None, law().profile.authority.contact)
        _kept(opening, subject, loud, said, round((time.monotonic() - began) * 1000))
    return said


def _is_cleared(subject: Subject, candidate: Candidate, entries: Mapping[tuple[str, str], ListEntry]) -> bool:
    """Whether a person cleared this very pair before, on evidence that covers all that is known now."""
    pair = (candidate.list, candidate.entry_id)
    known = memory.known(pair, [traveller_of(subject)], candidate.explanation, entries.get(pair))
    remembered = [one for found in memory.by_key(known.keys).values() for one in found]
    return covering_clearance(known.now, remembered) is not None


def _kept(opening: Opening, subject: Subject, loud: list[Candidate], said: BorderAnswer, milliseconds: int) -> None:
    actor = opening.visit.actor
    made = BorderCheck.objects.create(
        asked_by=actor.id,
        unit=actor.unit,
        answer=said.answer,
        faults=list(said.faults),
        reference=said.reference,
        milliseconds=milliseconds,
    )
    if loud:
        BorderCheckContent.objects.create(
            check_made=made, subject=written(subject), candidates=[_claim(candidate) for candidate in loud]
        )


def _reference() -> str:
    """Six signs at random, so that it says nothing of how many were asked about."""
    return "B-" + "".join(secrets.choice(REFERENCE_SIGNS) for _ in range(REFERENCE_LENGTH))


def _claim(candidate: Candidate) -> dict[str, object]:
    return {
        "list": candidate.list,
        "entry_id": candidate.entry_id,
        "entry_name": candidate.entry_name,
        "score": candidate.score,
        "threshold": candidate.threshold,
        "engine": candidate.engine,
        "explanation": [reason._asdict() for reason in candidate.explanation],
    }
