"""The accounts of a demonstration: one for each role, with a password that is made anew each time.

Where the fictitious region of the assessment is there, those whose role works on a team are on the team of every State
in its open cycles, so that whoever signs in can do what their role is for.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction

from gatehouse.assessment.access.models import ROLES as TEAM_ROLES
from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.demonstration import cast
from gatehouse.assessment.demonstration.region import CYCLES
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import managing
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import NO_PERSONS, Account

UNIT = "DEMO-1"
STATE = "X-BE"
"""A State of `gatehouse assess demo` whose draft is before it: a focal point's unit says which State they speak for."""
BY = By(Actor("operator:0", Role.OPERATOR), "demonstration")
SECONDS = (Role.COMMITTEE_MEMBER,)
"""Roles of which two persons are needed for what they are there for."""


NAMES = {
    cast.LEAD.id: "A. Lind",
    cast.ASSESSOR.id: "B. Moreau",
    cast.SECOND.id: "C. Okoye",
    cast.TRANSLATOR.id: "D. Wen",
    cast.MEMBER.id: "E. Haddad",
    cast.OTHER_MEMBER.id: "F. Silva",
    cast.DONOR.id: "G. Novak",
    cast.OTHER_DONOR.id: "H. Tanaka",
}
"""Who acts in the story, by names that nobody has."""


class DemoAccount(NamedTuple):
    """What somebody who tries the workbench types."""

    identifier: str
    password: str
    role: str


def renewed() -> list[DemoAccount]:
    """Each role's account, made where it is not there, with its new password. Never called in live mode."""
    with transaction.atomic():
        _cast_named()
        made = [_renewed(f"demo-{role}", role) for role in Role if role not in NO_PERSONS]
        made += [_renewed(f"demo-{role}-2", role) for role in SECONDS]
        _on_teams()
    return made


def _renewed(identifier: str, role: Role) -> DemoAccount:
    account = Account.objects.filter(identifier=identifier).first()
    if account is None:
        account, password = managing.make(BY, identifier, f"Demonstration {role.replace('-', ' ')}", _unit(role))
        managing.give_role(BY, account, role)
    else:
        password = managing.reset_password(BY, account)
    Account.objects.filter(pk=account.pk).update(must_change_password=False, unit=_unit(role))
    return DemoAccount(identifier, password, role)


def _cast_named() -> None:
    """Names for those who act in the story of the assessment, so that pages and reports can name them. They are made
    up; nobody signs in as one of them.
    """
    for reference, name in NAMES.items():
        number = int(reference.partition(":")[2])
        known = {"identifier": f"story-{number}", "display_name": name, "password": "!", "is_active": False}
        Account.objects.get_or_create(pk=number, defaults=known)


def _unit(role: Role) -> str:
    return STATE if role is Role.STATE_FOCAL_POINT else UNIT


def _on_teams() -> None:
    """Put the accounts on the teams of the demonstration's open cycles; none where it was not played."""
    for cycle in Cycle.objects.filter(name__in=CYCLES, state=CycleState.OPEN):
        for state in State.objects.filter(code__startswith="X-"):
            for role in TEAM_ROLES:
                account = Account.objects.get(identifier=f"demo-{role}")
                name_member(BY.actor, state, cycle, Actor(f"account:{account.pk}", Role(role)))
