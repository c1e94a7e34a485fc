"""Hits that wait, one hit with everything that speaks for and against it, and what people decide of it.

A decision names what was looked at (`acts`, `version`): if the hit has moved since, nothing is stored (409, `stale`).
It takes a token of a person's own account; a match takes two persons, each with their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import orjson
from django.db.models import QuerySet
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gatehouse.records import opened, subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import decisions, states
from gatehouse.screening.review.acting import Look, Said
from gatehouse.screening.review.answers import TEXT_MAX, Answer
from gatehouse.screening.review.facts import reference
from gatehouse.screening.review.models import Act as Done
from gatehouse.screening.review.models import Review
from gatehouse.web.api.calling import CalledRequest, operation
from gatehouse.web.api.clients import Scope
from gatehouse.web.api.faults import FAULTS, fault

PAGE_MAX = 200
YEAR_MAX = 9998
NUMBER_MAX = 2**63 - 1
WORK = (PurposeClass.SCREENING, PurposeClass.REQUEST)
router = Router(tags=["hits"])
Number = Annotated[int, Field(ge=1, le=NUMBER_MAX)]
After = Annotated[int, Query(ge=0, le=NUMBER_MAX, description="The number of the last one seen; 0 for the first page.")]
Limit = Annotated[int, Query(ge=1, le=PAGE_MAX)]


class Filters(Schema):
    """What the hits that wait are narrowed to; what is not said narrows nothing."""

    list: str = Field("", max_length=32, pattern=r"^([A-Z][A-Z0-9-]{0,31})?$", description="One list by its name.")
    state: Literal[tuple(sorted(states.WAITING))] | None = None  # type: ignore[valid-type]
    score_min: float = Field(0, ge=0, le=1)
    due_before: dt.datetime | None = Field(None, description="Departures before this time, with its offset from UTC.")
    assignee: Literal["anybody", "nobody", "me"] = "anybody"

    def narrowed(self, rows: QuerySet[Review], me: str) -> QuerySet[Review]:
        """The rows that are asked for."""
        wanted: dict[str, Any] = {"score__gte": self.score_min} if self.score_min else {}
        wanted |= {"list": self.list} if self.list else {}
        wanted |= {"state": self.state} if self.state else {}
        if self.due_before:
            if self.due_before.tzinfo is None or not 1 < self.due_before.year < YEAR_MAX:
                says = "this time has no offset from UTC, or is no time of a departure"
                raise fault(422, "invalid", says, "query.due_before", "write 2026-03-01T12:00:00Z")
            wanted["due__lt"] = self.due_before.astimezone(dt.UTC)
        if self.assignee != "anybody":
            wanted["assignee"] = me if self.assignee == "me" else None
        return rows.filter(**wanted)


class Waiting(Schema):
    """A hit that waits for a person. Nothing in it says who the traveller is."""

    hit: int
    list: str
    score: float
    state: str
    due: dt.datetime = Field(description="The departure.")
    unit: str | None
    assignee: str | None


class WaitingPage(Schema):
    """Some of the hits that wait, by number. `after` begins the next page; none: this was the last one."""

    hits: list[Waiting]
    after: int | None


Reasons = list[dict[str, Any]]
"""Said here, for `HitShown` has a field `list`."""


class HitShown(Schema):
    """A traveller beside a list entry. `explanation` is complete. `acts` and `version` go back with a decision."""

    hit: int
    traveller: int
    name: str
    birth_date: str | None
    list: str
    entry_id: str
    entry_name: str
    score: float
    engine: str
    claim: str
    review: str
    explanation: Reasons
    acts: int
    version: int


class Deciding(Schema):
    """What a person says of a hit. `reason` is of the closed list for the answer (docs/api.md)."""

    acts: int = Field(ge=0, le=2**31 - 1)
    version: int = Field(ge=0, le=2**31 - 1)
    reason: str = Field("", max_length=40)
    text: str = Field("", max_length=TEXT_MAX)


class Decision(Deciding):
    """An answer to whether the traveller is the listed person."""

    answer: Answer


class Seconding(Deciding):
    """What a second person says of a proposal."""

    agrees: bool


class Kept(Schema):
    """The act that was kept, and how the hit stands now."""

    hit: int
    act: int
    event: str
    state: str


@router.get("/hits", response={200: WaitingPage, **FAULTS}, summary="Hits that wait")
@operation(Scope.HITS, Act.LIST_WAITING, SubjectClass.HIT, *WORK)
def waiting(request: CalledRequest, filters: Query[Filters], after: After = 0, limit: Limit = 50) -> WaitingPage:
    """The hits that wait for the caller's unit, or for anybody, by number: a page begins after the last one seen."""
    about = subject(SubjectClass.HIT, "store:hits")
    with opened(request.sitting.visit(), Act.LIST_WAITING, about) as opening:
        rows = Review.objects.filter(waiting=True, hit_id__gt=after).order_by("hit_id")
        rows = filters.narrowed(rows, request.sitting.actor.id)
        ours = list((rows.filter(unit=None) | rows.filter(unit=request.sitting.unit))[: limit + 1])
        opening.note(Act.LIST_WAITING, about, {"shown": len(ours[:limit])})
    shown = [
        Waiting(
            hit=row.hit_id,
            list=row.list,
            score=row.score,
            state=row.state,
            due=row.due,
            unit=row.unit,
            assignee=row.assignee,
        )
        for row in ours[:limit]
    ]
    return WaitingPage(hits=shown, after=shown[-1].hit if len(ours) > limit else None)


@router.get("/hits/{hit}", response={200: HitShown, **FAULTS}, summary="One hit")
@operation(Scope.HITS, Act.VIEW, SubjectClass.HIT)
def one(request: CalledRequest, hit: Number) -> HitShown:
    """The hit, its explanation, and where it stands with people."""
    with opened(request.sitting.visit(), Act.VIEW, subject(SubjectClass.HIT, reference(hit))):
        found = Hit.objects.select_related("traveller").filter(pk=hit).first()
        review = Review.objects.filter(pk=hit).first()
        if found is None or review is None:
            raise fault(404, "no-such", "there is no such hit", "hit", "look at the hits that wait")
        return _shown(found, review)


def _shown(hit: Hit, review: Review) -> HitShown:
    traveller = hit.traveller
    return HitShown(
        hit=hit.pk,
        traveller=traveller.pk,
        name=" ".join(part for part in (traveller.given_names, traveller.surname) if part),
        birth_date=traveller.birth_date,
        list=hit.list,
        entry_id=hit.entry_id,
        entry_name=hit.entry_name,
        score=hit.score,
        engine=hit.engine,
        claim=hit.state,
        review=review.state,
        explanation=list(_reasons(hit.explanation)),
        acts=review.version,
        version=hit.version,
    )


def _reasons(kept: Any) -> Iterator[dict[str, Any]]:
    """Each reason as an object, however it was written."""
    for reason in orjson.loads(kept) if isinstance(kept, str) else kept:
        yield reason if isinstance(reason, dict) else {"reason": reason}


@router.post("/hits/{hit}/decisions", response={201: Kept, **FAULTS}, summary="Decide")
@operation(Scope.DECISIONS, Act.DECIDE, SubjectClass.HIT, PurposeClass.SCREENING, method="POST", begins=True)
def decide(request: CalledRequest, hit: Number, said: Decision) -> Status[Kept]:
    """Not the same person, the same, or cannot tell. Where two persons are needed it is a proposal that waits."""
    _by_a_person(request)
    if said.answer is Answer.REOPEN:
        raise fault(422, "invalid", "a hit is not reopened here", "body.answer", "reopen it in the workbench")
    visit = request.sitting.visit()
    act = decisions.decide(visit, _look(hit, said), said.answer, Said(said.reason, said.text))
    return Status(201, _kept(hit, act))


@router.post("/hits/{hit}/seconds", response={201: Kept, **FAULTS}, summary="Agree or disagree as a second person")
@operation(Scope.DECISIONS, Act.DECIDE, SubjectClass.HIT, PurposeClass.SCREENING, method="POST", begins=True)
def second(request: CalledRequest, hit: Number, said: Seconding) -> Status[Kept]:
    """Agree with what another person proposed, and so it is decided; or disagree, and it is open again."""
    _by_a_person(request)
    step = decisions.agree if said.agrees else decisions.disagree
    act = step(request.sitting.visit(), _look(hit, said), Said(said.reason, said.text))
    return Status(201, _kept(hit, act))


def _by_a_person(request: CalledRequest) -> None:
    if not request.client.is_personal:
        says = "decisions are made by people, and this token is of none"
        raise fault(403, "not-a-person", says, "Authorization", "use a token of the deciding person's own account")


def _look(hit: int, said: Deciding) -> Look:
    return Look(hit, said.acts, said.version)


def _kept(hit: int, act: Done) -> Kept:
    return Kept(hit=hit, act=act.number, event=act.event, state=act.state)
