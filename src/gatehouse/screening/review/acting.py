"""One act on one hit: looked at, stepped, kept; and nothing lost when two are at it at once.

Whoever acts says what they looked at (`Look`). If the hit or its review has moved since, nothing is stored and
`StaleError` tells what happened in between.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils import timezone

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import states
from gatehouse.screening.review.errors import ReviewError, StaleError
from gatehouse.screening.review.models import Act, Review
from gatehouse.terms.saying import Saying


class Look(NamedTuple):
    """What somebody looked at: the hit, the number of the last act on it, and the version of its claim."""

    hit: int
    acts: int
    version: int


class Said(NamedTuple):
    """What somebody gave as their reason."""

    reason: str = ""
    text: str = ""


class Held(NamedTuple):
    """A hit and its review, locked until the transaction ends."""

    review: Review
    hit: Hit


NOTHING_SAID = Said()


def held(look: Look) -> Held:
    """Lock hit and review. StaleError where they are not what was looked at, ReviewError where there is none."""
    review = Review.objects.select_for_update().filter(hit_id=look.hit).first()
    hit = Hit.objects.select_for_update().filter(id=look.hit).first()
    if review is None or hit is None:
        raise ReviewError(Saying("there is no such hit"), Saying("look at the queue again"))
    if (review.version, hit.version) != (look.acts, look.version):
        raise StaleError(_since(review, hit, look), Saying("nothing of yours was stored: look again and decide anew"))
    return Held(review, hit)


def _since(review: Review, hit: Hit, look: Look) -> Saying:
    acts = Act.objects.filter(review=review, number__gt=look.acts).order_by("number")
    told = [f"{act.actor}: {act.event} ({act.at:%Y-%m-%d %H:%M} UTC)" for act in acts]
    if hit.version != look.version:
        told.append(f"the claim was renewed (version {hit.version}, you saw {look.version})")
    return Saying("meanwhile it was changed: %(told)s", told=", ".join(told) or "–")


def step(on: Held, visit: Visit, event: str, said: Said = NOTHING_SAID, **kept: object) -> Act:
    """Take one step and keep it. ReviewError where the table has no such step from here.

    `kept` are further fields of the act (`to`, `answers`, `rule`, `provision`).
    """
    review = on.review
    state = states.after(review.state, event)
    if state is None:
        raise ReviewError(
            Saying("the hit is %(state)s: this cannot be done with it", state=review.state),
            Saying("look at the hit again"),
        )
    review.state, review.waiting, review.version = state, state in states.WAITING, review.version + 1
    if not review.waiting:
        review.assignee = None
    review.save()
    return Act.objects.create(
        review=review,
        number=review.version,
        event=event,
        state=state,
        at=timezone.now(),
        actor=visit.actor.id,
        role=visit.actor.role,
        unit=visit.actor.unit,
        purpose=visit.purpose,
        reference=visit.reference,
        reason=said.reason,
        text=said.text,
        seen=on.hit.version,
        **kept,
    )


def actor_of(act: Act) -> Actor:
    """Who did an act, in the role and unit in which they did it."""
    return Actor(act.actor, Role(act.role), act.unit)


def last(review: Review, events: tuple[str, ...]) -> Act:
    """The newest act of one of these kinds. ReviewError where there is none."""
    found = Act.objects.filter(review=review, event__in=events).order_by("-number").first()
    if found is None:
        raise ReviewError(Saying("nothing waits for another person here"), Saying("look at the hit again"))
    return found
