"""What these pages work with: the register's folder, what the law permits, and which accounts write and approve."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring.looked_through import Bench
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria_in_force import permitted_by
from gatehouse.web.accounts.models import Account
from gatehouse.web.law import law
from gatehouse.web.sitting import Sitting


def register() -> Register:
    """The register of this installation. Http404 where it has no folder for one."""
    if settings.CRITERIA_FOLDER is None:
        raise Http404
    return Register(settings.CRITERIA_FOLDER)


def permitted() -> Permitted:
    """What the law profile in force lets criteria look at."""
    return permitted_by(law().profile)


def today() -> dt.date:
    """The day in UTC."""
    return timezone.now().date()


def bench_of(sitting: Sitting) -> Bench:
    """What a text of this sitting's is looked through with."""
    return Bench(register(), permitted(), today(), identifier_of(sitting), approvers())


def identifier_of(sitting: Sitting) -> str:
    """What a criterion names the person by who sits here: the identifier that they sign in with, never a name."""
    return Account.objects.values_list("identifier", flat=True).get(pk=sitting.account)


def approvers() -> frozenset[str]:
    """The identifiers of the accounts that may approve criteria now."""
    holding = Account.objects.filter(
        is_active=True, rolesheld__role=Role.CRITERIA_APPROVER, rolesheld__until__isnull=True
    )
    return frozenset(holding.values_list("identifier", flat=True))


def account_of(identifier: str) -> str | None:
    """The reference of the account that a criterion names; None where it names none, so that nobody is asked for."""
    found = Account.objects.filter(identifier=identifier).first()
    return found.reference if found else None
