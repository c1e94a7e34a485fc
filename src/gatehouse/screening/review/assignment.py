"""Who works on which hits: taken by oneself, given by a senior analyst, one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act as Asked
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review import states
from gatehouse.screening.review.acting import Look, held, step
from gatehouse.screening.review.asking import allowed, tell
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.facts import reference
from gatehouse.screening.review.models import Act
from gatehouse.terms.saying import Saying

AT_ONCE_MAX = 200
"""Hits that are given in one transaction."""


def assign(visit: Visit, looks: Sequence[Look], to: str) -> list[Act]:
    """Give hits to somebody (`account:12`); all of them or, where one has moved since it was looked at, none."""
    if not looks or len(looks) > AT_ONCE_MAX:
        raise ReviewError(
            Saying("%(count)s hits cannot be given at once", count=len(looks)),
            Saying("give from 1 to %(most)s at a time", most=AT_ONCE_MAX),
        )
    # In one order, so that two who give the same hits never wait for one another.
    ordered = sorted(looks)
    abouts = [subject(SubjectClass.HIT, reference(look.hit)) for look in ordered]
    with opened(visit, Asked.ASSIGN, abouts[0], {"to": to}) as opening:
        for about in abouts[1:]:
            opening.also(Asked.ASSIGN, about, {"to": to})
        return [_give(visit, look, to, given.rule) for look, given in zip(ordered, opening.allowed, strict=True)]


def take(visit: Visit, look: Look) -> Act:
    """Take a hit oneself: whoever may dismiss it may say that they are at it."""
    about = subject(SubjectClass.HIT, reference(look.hit))
    with opened(visit, Asked.VIEW, about):
        rule = allowed(replace(visit, clears=True), Asked.DECIDE, about).rule
        act = _give(visit, look, visit.actor.id, rule)
        tell(visit, "hit.assigned", look.hit, rule, to=visit.actor.id)
        return act


def release(visit: Visit, look: Look) -> Act:
    """Put back a hit that one has taken or was given. ReviewError where it is somebody else's."""
    with opened(visit, Asked.VIEW, subject(SubjectClass.HIT, reference(look.hit))) as opening:
        to = held(look)
        if to.review.assignee != visit.actor.id:
            raise ReviewError(
                Saying("the hit is not yours to put back"), Saying("a senior analyst can give it to somebody else")
            )
        to.review.assignee = None
        act = step(to, visit, states.RELEASE)
        tell(visit, "hit.released", look.hit, opening.allowed[0].rule)
        return act


def _give(visit: Visit, look: Look, to: str, rule: str) -> Act:
    given = held(look)
    given.review.assignee = to
    return step(given, visit, states.ASSIGN, to=to, rule=rule)
