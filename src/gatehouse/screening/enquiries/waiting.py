"""What the unit sees of border checks that wait: the question, its candidates, and what a person made of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple

from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, Role
from gatehouse.screening.enquiries.border import ASKED
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent
from gatehouse.screening.review.asking import allowed
from gatehouse.terms.saying import Saying

OUTCOME_CHARS_MAX = 4000


class Waiting(NamedTuple):
    """A border check that waits: who asked when, about whom, and who on the lists it may be.

    `claimed_by` holds it to be the listed person and waits for another; `outcome` is what was made of it, in words.
    """

    reference: str
    asked_at: dt.datetime
    asked_by: str
    subject: dict[str, Any]
    candidates: list[dict[str, Any]]
    claimed_by: str | None = None
    outcome: str = ""
    decided_at: dt.datetime | None = None


def waiting(visit: Visit, limit: int) -> list[Waiting]:
    """The checks that wait for the unit, oldest first: somebody stands at the border meanwhile."""
    with opened(visit, Act.SEARCH, ASKED) as opening:
        held = BorderCheckContent.objects.filter(check_made__decided_at=None).select_related("check_made")
        found = [_waiting(one) for one in held.order_by("check_made__asked_at")[:limit]]
        opening.note(Act.SEARCH, ASKED, {"shown": len(found)})
        return found


def found_by(visit: Visit, reference: str) -> Waiting:
    """The check of this reference, decided or not. EnquiryError where there is none."""
    with opened(visit, Act.SEARCH, ASKED):
        held = BorderCheckContent.objects.filter(check_made__reference=reference.strip().upper())
        found = held.select_related("check_made").first()
        if found is None:
            raise EnquiryError(Saying("no border check has this reference"), Saying("ask the officer to read it again"))
        return _waiting(found)


def decide(visit: Visit, reference: str, outcome: str) -> None:
    """Say what a person made of it, in words; the officer is told by telephone.

    As with every hit, one person may find that the traveller is not the listed person (`visit.clears`), and that they
    are takes two (`visit.second`): `RefusedError` otherwise. EnquiryError for one that somebody decided meanwhile.
    """
    _in_words(outcome)
    with opened(visit, Act.DECIDE, ASKED):
        _settled(_locked(reference), visit, outcome)


def claim(visit: Visit, reference: str, outcome: str) -> None:
    """Say that it is the listed person, for a second person to agree or not; until then it goes on waiting.

    Raises `RefusedError` for whom the kernel would not let decide it even with another person.
    """
    _in_words(outcome)
    with opened(visit, Act.SEARCH, ASKED):
        rule = allowed(visit, Act.DECIDE, ASKED, alone=False)
        held = _locked(reference)
        actor = visit.actor
        held.claimed_by, held.claimed_as = actor.id, str(actor.role)
        held.claimed_unit, held.claimed_for = actor.unit, visit.reference
        held.save(update_fields=["claimed_by", "claimed_as", "claimed_unit", "claimed_for"])
        BorderCheckContent.objects.filter(check_made=held).update(outcome=outcome)
        _tell(visit, "hit.proposed", rule.rule, Decision.SECOND_PERSON)


def agree(visit: Visit, reference: str) -> None:
    """As the second person: it is the listed person. The kernel is asked with both of them."""
    with opened(visit, Act.SEARCH, ASKED):
        first = _first(_locked(reference), visit)
    with opened(first, Act.DECIDE, ASKED, {"second": visit.actor.id}):
        held = _locked(reference)
        if held.claimed_by != first.actor.id:
            raise EnquiryError(Saying("somebody else claims it now"), Saying("look at it again"))
        outcome = BorderCheckContent.objects.get(check_made=held).outcome
        _settled(held, visit, outcome)


def disagree(visit: Visit, reference: str, outcome: str) -> None:
    """As the second person: the claim does not hold, and the check waits on. Only who could have agreed may."""
    _in_words(outcome)
    with opened(visit, Act.SEARCH, ASKED):
        held = _locked(reference)
        rule = allowed(_first(held, visit), Act.DECIDE, ASKED)
        held.claimed_by = held.claimed_as = held.claimed_unit = held.claimed_for = None
        held.save(update_fields=["claimed_by", "claimed_as", "claimed_unit", "claimed_for"])
        BorderCheckContent.objects.filter(check_made=held).update(outcome=outcome)
        _tell(visit, "hit.disagreed", rule.rule, Decision.ALLOWED)


def _in_words(outcome: str) -> None:
    if not outcome.strip():
        raise EnquiryError(Saying("a decision is in words"), Saying("say what was found and what the officer was told"))
    if len(outcome) > OUTCOME_CHARS_MAX:
        raise EnquiryError(
            Saying("a decision has at most %(most)s characters", most=OUTCOME_CHARS_MAX),
            Saying("say it in fewer"),
        )


def _locked(reference: str) -> BorderCheck:
    held = BorderCheck.objects.select_for_update().filter(reference=reference).first()
    if held is None or held.decided_at is not None:
        raise EnquiryError(
            Saying("%(reference)s does not wait", reference=reference),
            Saying("somebody decided it meanwhile, or there is none"),
        )
    return held


def _first(held: BorderCheck, visit: Visit) -> Visit:
    """The visit of who claimed it, with this one as the second person, from what is stored."""
    if held.claimed_by is None or held.claimed_as is None:
        raise EnquiryError(Saying("nobody claimed this check"), Saying("look at it again"))
    actor = Actor(held.claimed_by, Role(held.claimed_as), held.claimed_unit)
    return replace(visit, actor=actor, reference=held.claimed_for, second=visit.actor)


def _settled(held: BorderCheck, visit: Visit, outcome: str) -> None:
    held.decided_at, held.decided_by = timezone.now(), visit.actor.id
    held.save(update_fields=["decided_at", "decided_by"])
    BorderCheckContent.objects.filter(check_made=held).update(outcome=outcome)


def _tell(visit: Visit, act: str, rule: str, decided: Decision) -> None:
    actor = visit.actor
    log.record([Entry(actor.id, actor.role, act, ASKED.ref, visit.purpose, decided, rule, timezone.now(), {})])


def _waiting(held: BorderCheckContent) -> Waiting:
    made = held.check_made
    said = (made.claimed_by, held.outcome, made.decided_at)
    return Waiting(made.reference or "", made.asked_at, made.asked_by, held.subject, held.candidates, *said)
