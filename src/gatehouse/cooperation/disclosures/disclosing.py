"""A disclosure by two: one asks, another agrees, and in that moment it is on record and in the log.

The kernel is asked of both together when it is made: a recipient that the law profile names, a reference, a second
senior analyst; of a hit that two persons confirm it; of masked data an approval to see them that has not run out.
Nothing is sent from here: persons hand over what was agreed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from django.utils import timezone

from gatehouse.cooperation.disclosures.disclosure import Part, ReasonedRequest, State, Wanted
from gatehouse.cooperation.disclosures.errors import DisclosureError
from gatehouse.cooperation.disclosures.models import Disclosure
from gatehouse.cooperation.disclosures.register import reference
from gatehouse.records import RefusedError, Visit, opened, subject
from gatehouse.retention.unmasking import granted
from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.safeguards.decision import Actor, Refuse, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.bulk import fresh_ids
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.matches import confirmed_match
from gatehouse.screening.review.models import Review
from gatehouse.screening.travellers.models import Traveller
from gatehouse.terms.saying import Saying


class _About(NamedTuple):
    """What is given: as the kernel is asked of it, and whose it is."""

    subject: Subject
    traveller: int


def ask(visit: Visit, wanted: Wanted) -> int:
    """Ask for a disclosure; its number. It waits for a second person.

    Raises `DisclosureError` for what is not there or not confirmed, `RefusedError` where no second person could agree.
    """
    _check(wanted)
    visit = _towards(visit, wanted)
    with opened(visit, Act.VIEW, _in_clear(wanted)):
        about = _about(wanted)
        answer = may(visit.actor, Act.DISCLOSE, about.subject, visit.purpose, visit.context(timezone.now()))
        if isinstance(answer, Refuse):
            raise RefusedError(answer)
        _ground(wanted, visit)
        [number] = fresh_ids(Disclosure, 1)
        _written(number, visit, wanted, about)
    return number


def agree(visit: Visit, number: int) -> None:
    """Agree, as the second person: it is made. Raises `DisclosureError` where nothing waits, `RefusedError`."""
    asked, wanted = _asked(visit, number)
    about = _looked(visit, wanted)
    asker = Actor(asked.asked_by, Role.SENIOR_ANALYST, asked.asked_unit)
    both = _towards(Visit(asker, asked.purpose, asked.reference, second=visit.actor), wanted)
    with opened(both, Act.DISCLOSE, about.subject, _details(number, both)):
        _made(asked, _ground(wanted, both), visit.actor.id)


def decline(visit: Visit, number: int) -> None:
    """Let nothing be given: a senior analyst, or whoever asked. Raises `DisclosureError`, `RefusedError`."""
    asked, wanted = _asked(visit, number)
    if visit.actor.role is not Role.SENIOR_ANALYST:
        raise DisclosureError(Saying("who looks does not decline"), Saying("leave it to a senior analyst"))
    with opened(visit, Act.VIEW, _in_clear(wanted)):
        _end(asked, State.DECLINED, visit.actor.id)


def record(visit: Visit, wanted: Wanted) -> int:
    """Both at once, for a visit with a second person; the number. Raises `DisclosureError`, `RefusedError`."""
    _check(wanted)
    visit = _towards(visit, wanted)
    about = _looked(visit, wanted)
    [number] = fresh_ids(Disclosure, 1)
    with opened(visit, Act.DISCLOSE, about.subject, _details(number, visit)):
        asked = _written(number, visit, wanted, about)
        _made(asked, _ground(wanted, visit), visit.second.id if visit.second else "")
    return number


def _details(number: int, visit: Visit) -> dict[str, str]:
    second = {"second": visit.second.id} if visit.second else {}
    return {"disclosure": reference(number), **second}


def _written(number: int, visit: Visit, wanted: Wanted, about: _About) -> Disclosure:
    return Disclosure.objects.create(
        id=number,
        state=State.ASKED,
        recipient=wanted.recipient,
        subject=about.subject.ref,
        traveller=about.traveller,
        parts=[one.value for one in wanted.parts],
        purpose=visit.purpose,
        reference=visit.reference or "",
        asked_by=visit.actor.id,
        asked_unit=visit.actor.unit,
        asked_at=timezone.now(),
    )


def _made(asked: Disclosure, ground: ConfirmedMatch | ReasonedRequest, second: str) -> None:
    """Put it on record, on a ground that persons gave: a match that two confirmed, or an authority's request."""
    about = ground.hit if isinstance(ground, ConfirmedMatch) else ground.reference
    if about not in (asked.subject, asked.reference):
        raise DisclosureError(Saying("the ground is that of something else"), Saying("ask for it again"))
    _end(asked, State.MADE, second)


def _end(asked: Disclosure, state: State, by: str) -> None:
    waits = Disclosure.objects.filter(pk=asked.pk, state=State.ASKED)
    if not waits.update(state=state, decided_by=by, decided_at=timezone.now()):
        raise DisclosureError(Saying("it was decided meanwhile"), Saying("load the page again"))


def _asked(visit: Visit, number: int) -> tuple[Disclosure, Wanted]:
    waits = Subject(SubjectClass.HIT, "store:disclosures")
    with opened(visit, Act.LIST_WAITING, waits):
        found = Disclosure.objects.filter(pk=number, state=State.ASKED).first()
    if found is None:
        raise DisclosureError(Saying("no disclosure of that number waits"), Saying("load the page again"))
    kind, _, of = found.subject.partition(":")
    parts = tuple(Part(one) for one in found.parts)
    return found, Wanted(SubjectClass(kind), int(of), found.recipient, parts)


def _in_clear(wanted: Wanted) -> Subject:
    """What is given, with the facts on record, before it is known whether it is masked."""
    return subject(wanted.kind, f"{wanted.kind}:{wanted.number}")


def _looked(visit: Visit, wanted: Wanted) -> _About:
    with opened(visit, Act.VIEW, _in_clear(wanted)):
        return _about(wanted)


def _about(wanted: Wanted) -> _About:
    """Read in an opened door. What is masked is another class of things. Raises `DisclosureError` for nothing there."""
    clear = _in_clear(wanted)
    if wanted.kind is SubjectClass.HIT:
        found = Review.objects.filter(hit_id=wanted.number).values_list("hit__traveller_id", flat=True).first()
        masked = None
    else:
        row = Traveller.objects.filter(id=wanted.number).values_list("id", "masked_at").first()
        found, masked = row or (None, None)
    if found is None:
        raise DisclosureError(Saying("there is nothing of that number"), Saying("take it from the page of the hit"))
    return _About(Subject(SubjectClass.TRAVELLER_MASKED, clear.ref) if masked else clear, int(found))


def _ground(wanted: Wanted, visit: Visit) -> ConfirmedMatch | ReasonedRequest:
    """On what it is given. Raises `DisclosureError` for a hit that two persons do not confirm now."""
    if wanted.kind is not SubjectClass.HIT:
        return ReasonedRequest(visit.reference or "")
    try:
        return confirmed_match(wanted.number)
    except ReviewError as fault:
        raise DisclosureError(fault.cause, fault.remedy) from fault


def _towards(visit: Visit, wanted: Wanted) -> Visit:
    """The visit with the recipient, and with what lets its actor see masked data, where that is given."""
    grant = granted(visit.actor.id, "traveller", wanted.number) if wanted.kind is SubjectClass.TRAVELLER else None
    return replace(visit, recipient=wanted.recipient, grant=grant)


def _check(wanted: Wanted) -> None:
    if wanted.kind not in (SubjectClass.HIT, SubjectClass.TRAVELLER):
        raise DisclosureError(Saying("a hit or a traveller is disclosed"), Saying("name one of them"))
    if not wanted.parts:
        raise DisclosureError(Saying("it is not said what is given"), Saying("name at least one part"))
