"""A hit as one value for a page: both sides, why, what was said by whom, what was decided, what is asked to be done.

`seen` opens the one door; everything is read inside and taken along.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act as Asked
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import memory
from gatehouse.screening.review.aboard import aboard
from gatehouse.screening.review.acting import Look
from gatehouse.screening.review.co_travellers import Link, links_of
from gatehouse.screening.review.data_findings import Finding, findings_about
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.facts import reference
from gatehouse.screening.review.fields import FieldRow, compared
from gatehouse.screening.review.handling import Handling, handling_of
from gatehouse.screening.review.models import Act, Review
from gatehouse.screening.review.pairs import entry_in_force
from gatehouse.screening.review.segments import Line, behind
from gatehouse.screening.review.statements import Statement, all_statements
from gatehouse.screening.review.tables import handling_table
from gatehouse.screening.review.why import why
from gatehouse.screening.travellers.models import FlightLeg
from gatehouse.terms.candidate import Reason
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.saying import Saying

OTHERS_MAX = 50


@dataclass(frozen=True, slots=True)
class OtherHit:
    """Another hit of the same traveller, and where it stands with people."""

    hit: int
    list: str
    entry_name: str
    score: float
    state: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a person needs to decide. `look` is what a decision on it says was looked at."""

    look: Look
    state: str
    due: dt.datetime
    unit: str | None
    assignee: str | None
    claim: str
    score: float
    threshold: float | None
    engine: str
    left_out: tuple[str, ...]
    traveller: int
    name: str
    leg: int
    flight: str
    list: str
    entry_id: str
    entry_name: str
    entry: ListEntry | None
    handling: Handling
    fields: tuple[FieldRow, ...]
    explanation: tuple[Reason, ...]
    why: tuple[str, ...]
    statements: tuple[Statement, ...]
    others: tuple[OtherHit, ...]
    history: tuple[Act, ...]
    earlier: tuple[Act, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


def seen(visit: Visit, hit: int) -> Sheet:
    """The sheet of a hit, by the one door. ReviewError where there is no such hit."""
    with opened(visit, Asked.VIEW, subject(SubjectClass.HIT, reference(hit))):
        return sheet(hit)


def segments_seen(visit: Visit, hit: int, record: int) -> list[Line]:
    """The segments behind one statement about the hit's traveller; of a statement about somebody else, none."""
    with opened(visit, Asked.VIEW, subject(SubjectClass.HIT, reference(hit))):
        traveller = Hit.objects.filter(id=hit).values_list("traveller_id", flat=True).first()
        said = all_statements(traveller) if traveller else []
        return next((behind(o.message, o.first_segment, o.last_segment) for o in said if o.id == record), [])


def sheet(hit: int) -> Sheet:
    """The sheet of a hit. To be called in an opened door."""
    row = Hit.objects.select_related("traveller", "leg").filter(id=hit).first()
    review = Review.objects.filter(hit_id=hit).first()
    if row is None or review is None:
        raise ReviewError(Saying("there is no such hit"), Saying("look at the queue again"))
    statements = all_statements(row.traveller_id)
    current = [one for one in statements if not one.superseded]
    reasons = tuple(Reason(**one) for one in row.explanation)
    entry = entry_in_force(row.list, row.entry_id)
    return Sheet(
        look=Look(hit, review.version, row.version),
        state=review.state,
        due=review.due,
        unit=review.unit,
        assignee=review.assignee,
        claim=row.state,
        score=row.score,
        threshold=row.threshold,
        engine=row.engine,
        left_out=tuple(row.left_out.split()),
        traveller=row.traveller_id,
        name=" ".join(part for part in (row.traveller.given_names, row.traveller.surname) if part),
        leg=row.leg_id,
        flight=_flight(row.leg),
        list=row.list,
        entry_id=row.entry_id,
        entry_name=row.entry_name,
        entry=entry,
        handling=handling_of(row.list, handling_table()),
        fields=tuple(compared(current, entry, reasons)),
        explanation=reasons,
        why=why(reasons),
        statements=tuple(statements),
        others=_others(row),
        history=tuple(Act.objects.filter(review=review).order_by("number")),
        earlier=_earlier(row, review, current, entry),
        links=tuple(links_of(row.traveller_id, aboard(row.leg_id))),
        findings=tuple(findings_about(current)),
    )


def _flight(leg: FlightLeg) -> str:
    """As `OS160 SKP → VIE`."""
    number = f"{leg.carrier or '?'}{leg.number or '?'}{leg.suffix or ''}"
    return f"{number} {leg.origin or '?'} → {leg.destination or '?'}"


def _others(row: Hit) -> tuple[OtherHit, ...]:
    found = (
        Review.objects.filter(hit__traveller_id=row.traveller_id).exclude(hit_id=row.id).order_by("-score", "hit_id")
    )
    told = found.values_list("hit_id", "list", "hit__entry_name", "score", "state")
    return tuple(OtherHit(*one) for one in told[:OTHERS_MAX])


def _earlier(row: Hit, review: Review, current: list[Statement], entry: ListEntry | None) -> tuple[Act, ...]:
    """Decisions in force on the same pair that were made on other hits, oldest first."""
    reasons = [Reason(**one) for one in row.explanation]
    known = memory.known((row.list, row.entry_id), [one.said for one in current], reasons, entry)
    acts = {one.act for found in memory.by_key(known.keys).values() for one in found}
    if review.earlier_id:
        acts.add(review.earlier_id)
    return tuple(Act.objects.filter(id__in=acts).exclude(review=review).order_by("id"))
