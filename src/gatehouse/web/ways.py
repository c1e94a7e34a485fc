"""What somebody who was refused can do: another of their roles, another purpose, a stated reference, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor, Decision, Refuse
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.profile import Purpose
from gatehouse.safeguards.vocabulary import PurposeClass, Role
from gatehouse.web.door import ANOTHER
from gatehouse.web.law import law, purposes_of
from gatehouse.web.sitting import Sitting

SUPPOSED = "supposed"
"""Stands for a reference that somebody could state."""


@dataclass(frozen=True, slots=True)
class Way:
    """Act in this role for this purpose, and state a reference where one is wanted: then the page is open."""

    role: Role
    purpose: Purpose
    reference: bool


def ways_round(
    sitting: Sitting | None, decision: Decision, purposes: frozenset[PurposeClass] = frozenset()
) -> tuple[Way, ...]:
    """The ways in which this person could be let in, nearest first: one for each purpose of each role they hold.

    `purposes` are those that the page is for; empty: any.
    """
    if sitting is None or not isinstance(decision, Refuse):
        return ()
    found = [
        way
        for role in sorted(sitting.roles, key=lambda role: role is not sitting.role)
        for purpose in purposes_of(role, law().profile)
        if (not purposes or purpose.kind in purposes) and (way := _way(sitting, decision, role, purpose)) is not None
    ]
    return tuple(found)


def _way(sitting: Sitting, decision: Decision, role: Role, purpose: Purpose) -> Way | None:
    asked = decision.asked
    actor = Actor(sitting.actor.id, role, sitting.unit)
    for reference in dict.fromkeys((sitting.reference, SUPPOSED)):
        context = Visit(actor, purpose.code, reference, requester=ANOTHER).context(timezone.now())
        answer = may(actor, asked.act, asked.subject, purpose.code, context)
        if not isinstance(answer, Refuse):
            return Way(role, purpose, reference == SUPPOSED)
    return None
