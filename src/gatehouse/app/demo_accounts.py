"""The accounts of a demonstration: one for each role, with a password that is made anew each time."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import managing
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import NO_PERSONS, Account

UNIT = "DEMO-1"
STATE = "X-AL"
"""A State of `gatehouse assess demo`: the unit of a focal point says which State they speak for."""
BY = By(Actor("operator:0", Role.OPERATOR), "demonstration")


class DemoAccount(NamedTuple):
    """What somebody who tries the workbench types."""

    identifier: str
    password: str
    role: str


def renewed() -> list[DemoAccount]:
    """Each role's account, made where it is not there, with its new password. Never called in live mode."""
    with transaction.atomic():
        return [_renewed(role) for role in Role if role not in NO_PERSONS]


def _renewed(role: Role) -> DemoAccount:
    identifier = f"demo-{role}"
    account = Account.objects.filter(identifier=identifier).first()
    if account is None:
        account, password = managing.make(BY, identifier, f"Demonstration {role}", _unit(role))
        managing.give_role(BY, account, role)
    else:
        password = managing.reset_password(BY, account)
    Account.objects.filter(pk=account.pk).update(must_change_password=False)
    return DemoAccount(identifier, password, role)


def _unit(role: Role) -> str:
    return STATE if role is Role.STATE_FOCAL_POINT else UNIT
