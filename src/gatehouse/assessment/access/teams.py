"""Teams: a person is named, and leaves; and who is on a team now."""

from __future__ import annotations

from django.db import IntegrityError
from django.utils import timezone

from gatehouse.assessment.access.errors import AccessError
from gatehouse.assessment.access.models import ROLES, Member
from gatehouse.assessment.acting import acting, forget_read, once_in_act
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kind_of
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.terms.saying import Saying


def name_member(actor: Actor, state: State, cycle: Cycle, member: Actor) -> Member:
    """Put a person on the team. The same one again in the same role changes nothing.

    Raises `AccessError` for a role that no team has, for somebody of the State itself, and for one who is on the team
    in another role.
    """
    if member.role.value not in ROLES or _kind(member.id) not in ("account", "operator"):
        raise AccessError(
            Saying("a team has persons with an account, in the roles %(choices)s", choices=", ".join(ROLES))
        )
    if member.state == state.code:
        raise AccessError(Saying("nobody assesses the State that they belong to; name somebody else"))
    try:
        with acting(actor, "member.named", f"cycle:{cycle.pk}", {"member": member.id, "state": f"state:{state.code}"}):
            found, _ = Member.objects.get_or_create(
                state=state, cycle=cycle, who=member.id, role=member.role.value, left_at=None
            )
            forget_read()
    except IntegrityError:
        raise AccessError(Saying("this person is on the team in another role; let them leave it first")) from None
    return found


def leave(actor: Actor, member: Member) -> None:
    """End somebody's place on a team, from now on."""
    details = {"member": member.who, "state": f"state:{member.state.code}"}
    with acting(actor, "member.left", f"cycle:{member.cycle_id}", details):
        Member.objects.filter(pk=member.pk, left_at=None).update(left_at=timezone.now())
        forget_read()


def team(state: State, cycle: Cycle | None, roles: tuple[str, ...] = ROLES) -> frozenset[str]:
    """Who is on the team of a State now: references of the log. Without a cycle, on that of any cycle.

    Within an act it is read once.
    """
    return once_in_act(("team", state.pk, cycle.pk if cycle else None, roles), lambda: _members(state, cycle, roles))


def _members(state: State, cycle: Cycle | None, roles: tuple[str, ...]) -> frozenset[str]:
    members = Member.objects.filter(state=state, left_at=None, role__in=roles)
    if cycle is not None:
        members = members.filter(cycle=cycle)
    return frozenset(members.values_list("who", flat=True))


def as_member(state: State, cycle: Cycle, who: str) -> Actor | None:
    """The actor that this person is on the team, in their role there; None for somebody who is not on it."""
    found = Member.objects.filter(state=state, cycle=cycle, who=who, left_at=None).first()
    return Actor(who, Role(found.role)) if found else None


def _kind(reference: str) -> str | None:
    try:
        return kind_of(reference)
    except EntryError:
        return None
