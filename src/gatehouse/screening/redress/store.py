"""Requests in the database. Every function comes through the one door: it asks, tells the log, and then acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from django.db.models import F
from django.utils import timezone

from gatehouse.records import Opening, Visit, known_by, opened, subject
from gatehouse.records.law import law
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.bulk import fresh_ids
from gatehouse.screening.redress import states
from gatehouse.screening.redress.clock import Clock, Step
from gatehouse.screening.redress.errors import RedressError, UnknownRequestError
from gatehouse.screening.redress.identity import DAY_LENGTH, Verified
from gatehouse.screening.redress.models import RedressRequest, RequestEvent, RequestPerson
from gatehouse.screening.redress.number import case_number
from gatehouse.screening.redress.outcomes import Kind
from gatehouse.terms.dates import is_partial_date
from gatehouse.terms.saying import Saying

KIND = SubjectClass.REDRESS_REQUEST
ALL = "store:redress"
TEXT_MAX = 4000
DOCUMENTS_MAX = 20


class Asked(NamedTuple):
    """What a person brings: who they say they are, where an answer goes, and what they ask, in their words."""

    kind: Kind
    language: str
    stated_name: str
    received: dt.date
    says: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""
    by_authority: bool = False


class Row(NamedTuple):
    """A request in a list: nothing of the person."""

    id: int
    case: str
    kind: str
    state: str
    received: dt.date
    due: dt.date
    step: Step
    outcome: str | None


def reference(number: int) -> str:
    """A request as the log refers to it."""
    return f"request:{number}"


def open_request(visit: Visit, asked: Asked) -> str:
    """Take up a request; its case number. Raises `RedressError` for texts over their length, `RefusedError`."""
    _check(asked)
    profile = law().profile
    if asked.by_authority and not profile.redress.indirect_access:
        raise RedressError(
            Saying("the law profile gives no indirect access"), Saying("take the request from the person")
        )
    [number] = fresh_ids(RedressRequest, 1)
    with opened(visit, Act.REDRESS_OPEN, Subject(KIND, reference(number))):
        case = case_number(asked.received.year, number)
        request = RedressRequest.objects.create(
            id=number,
            case=case,
            kind=asked.kind,
            language=asked.language,
            state=states.RECEIVED,
            received=asked.received,
            days=profile.redress.answer_days,
            by_authority=asked.by_authority,
        )
        RequestPerson.objects.create(
            request=request,
            stated_name=asked.stated_name,
            says=asked.says,
            address=list(asked.address),
            contact=asked.contact,
        )
        RequestEvent.objects.create(
            request=request, number=1, event=states.OPENED, state=states.RECEIVED, actor=visit.actor.id
        )
    return case


def identify(visit: Visit, case: str, verified: Verified | None) -> None:
    """Record that the person proved who they are, or (None) did not. Raises `RedressError`, `RefusedError`."""
    if verified is not None:
        _check_verified(verified)
    with stepping(visit, case, Act.REDRESS_IDENTIFY, states.PROVED if verified else states.NOT_PROVED) as step:
        step.request.proved_by = visit.actor.id if verified else None
        if verified:
            RequestPerson.objects.filter(request=step.request).update(
                names=verified.names, birth_date=verified.birth_date, documents=[list(d) for d in verified.documents]
            )


def extend(visit: Visit, case: str) -> dt.date:
    """Put the last day off, once; the new one. Raises `RedressError`, `RefusedError`."""
    with stepping(visit, case, Act.ASSIGN, states.EXTEND) as step:
        if step.request.extended:
            raise RedressError(Saying("it was put off once already"), Saying("answer it"))
        step.request.extended = True
        return clock_of(step.request).due


class Stepping(NamedTuple):
    """An act on a request that is under way: the opened door, the request, the details that its event will have."""

    opening: Opening
    request: RedressRequest
    details: dict[str, str]


@contextmanager
def stepping(
    visit: Visit, case: str, act: Act, event: str, details: Mapping[str, int | str] | None = None
) -> Iterator[Stepping]:
    """Do the block as one step of a request: the kernel is asked, the state table obeyed, the event kept.

    Raises `UnknownRequestError`, `RedressError` where the state does not admit the event, and `RefusedError`.
    """
    number = number_of(case)
    with opened(visit, act, subject(KIND, reference(number)), details or {}) as opening:
        request = RedressRequest.objects.select_for_update().get(id=number)
        step = Stepping(opening, request, {})
        request.state = states.after(request.state, event)
        yield step
        if request.state not in states.OPEN and request.ended_at is None:
            request.ended_at = timezone.now()
        request.save()
        _keep_event(request, event, visit, step.details)


def _keep_event(request: RedressRequest, event: str, visit: Visit, details: Mapping[str, str]) -> None:
    last = RequestEvent.objects.filter(request=request).order_by("-number").values_list("number", flat=True).first()
    RequestEvent.objects.create(
        request=request,
        number=(last or 0) + 1,
        event=event,
        state=request.state,
        actor=visit.actor.id,
        second=visit.second.id if visit.second else None,
        details=dict(details),
    )


def person_of(request: RedressRequest) -> RequestPerson:
    """Who asks. To be read inside an opened door."""
    return RequestPerson.objects.get(request=request)


def verified_of(person: RequestPerson) -> Verified:
    """The verified identity. Raises `RedressError` where nobody verified one."""
    if not person.names:
        raise RedressError(Saying("nobody has verified yet who asks"), Saying("run `gatehouse redress identify` first"))
    return Verified(person.names, person.birth_date, tuple((number, issuer) for number, issuer in person.documents))


def clock_of(request: RedressRequest) -> Clock:
    """The request's clock."""
    return Clock(request.received, request.days, request.extended)


def rows(visit: Visit, today: dt.date, only_open: bool) -> list[Row]:
    """The requests, those due first. Raises `RefusedError`."""
    with opened(visit, Act.SEARCH, subject(KIND, ALL)) as opening:
        found = RedressRequest.objects.order_by(F("ended_at").asc(nulls_first=True), "received", "id")
        found = found.filter(state__in=states.OPEN) if only_open else found
        made = [row_of(request, today) for request in found]
        opening.note(Act.SEARCH, subject(KIND, ALL), {"shown": len(made)})
    return sorted(made, key=lambda row: (row.state not in states.OPEN, row.due, row.id))


def row_of(request: RedressRequest, today: dt.date) -> Row:
    """The request as it stands in a list on that day."""
    clock = clock_of(request)
    step = clock.step(today) if request.state in states.OPEN else Step.CALM
    return Row(
        request.id, request.case, request.kind, request.state, request.received, clock.due, step, request.outcome
    )


def number_of(case: str) -> int:
    """The key of a request. Raises `UnknownRequestError`."""
    found = RedressRequest.objects.filter(case=case.strip().upper()).values_list("id", flat=True).first()
    if found is None:
        raise UnknownRequestError
    return int(found)


def _facts(ref: str) -> Subject:
    """What is on record of a request; read from the table that names nobody."""
    request = RedressRequest.objects.filter(id=int(ref.partition(":")[2])).first()
    proved = request is not None and bool(request.proved_by)
    return Subject(KIND, ref, identity_checked=proved)


known_by(KIND, _facts)


def _check(asked: Asked) -> None:
    if not asked.stated_name.strip():
        raise RedressError(Saying("a request has somebody who makes it"), Saying("give the name that they state"))
    for text in (asked.stated_name, asked.says, asked.contact, *asked.address):
        if len(text) > TEXT_MAX or "\x00" in text:
            raise RedressError(
                Saying("a text is longer than %(most)s characters, or holds a NUL", most=TEXT_MAX), Saying("shorten it")
            )


def _check_verified(verified: Verified) -> None:
    if len(verified.birth_date) != DAY_LENGTH or not is_partial_date(verified.birth_date):
        raise RedressError(Saying("a verified birth date is a whole day"), Saying("give it as 1976-05-17"))
    if not verified.names.strip() or not verified.documents:
        raise RedressError(
            Saying("an identity is verified by a name and a document"), Saying("give both, as the document has them")
        )
    if len(verified.documents) > DOCUMENTS_MAX or len(verified.names) > TEXT_MAX:
        raise RedressError(
            Saying("that is more than one person has"), Saying("give at most %(most)s documents", most=DOCUMENTS_MAX)
        )
    if any(len(issuer) != len("TUN") or not number.strip() for number, issuer in verified.documents):
        raise RedressError(
            Saying("a document has a number and an issuer of three letters"), Saying("write it as X1234567/TUN")
        )
