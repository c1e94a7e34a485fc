"""Clients made, rotated and ended; and on the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import Account
from gatehouse.web.api import clients
from gatehouse.web.api.clients import Scope, Wanted
from gatehouse.web.api.models import Client, Token
from signed_in import entries

BY = By(Actor("operator:0", Role.OPERATOR), "on-the-host")
CARRIER = Wanted("carrier-7", Role.MACHINE, (Scope.MESSAGES,))

pytestmark = pytest.mark.usefixtures("database")


def test_a_token_is_shown_once_and_its_account_lets_nobody_sign_in() -> None:
    made, token = clients.add(BY, CARRIER, 30)
    kept = Token.objects.get()
    assert token not in str(vars(kept))
    assert kept.sha256 == clients.hashed(token)
    assert not made.account.has_usable_password()
    assert {entry.subject for entry in entries("account.secured")} == {made.account.reference}


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        (CARRIER._replace(name="Carrier Seven"), 30),
        (CARRIER._replace(scopes=()), 30),
        (CARRIER._replace(scopes=(Scope.DECISIONS,)), 30),
        (CARRIER._replace(person="nobody-here"), 30),
        (CARRIER._replace(per_minute=0), 30),
        (CARRIER, 0),
        (CARRIER, 1000),
    ],
)
def test_what_cannot_be_is_refused(wanted: Wanted, days: int) -> None:
    with pytest.raises(AccountError):
        clients.add(BY, wanted, days)
    assert not Client.objects.exists()


def test_a_token_for_a_person_takes_a_role_that_they_hold(account: Callable[..., Account]) -> None:
    who = account(Role.ANALYST).identifier
    with pytest.raises(AccountError):
        clients.add(BY, Wanted("mine", Role.SENIOR_ANALYST, (Scope.DECISIONS,), who), 30)
    made, _token = clients.add(BY, Wanted("mine", Role.ANALYST, (Scope.DECISIONS,), who), 30)
    assert made.is_personal


def test_older_tokens_end_after_the_overlap_and_all_with_the_client() -> None:
    clients.add(BY, CARRIER, 30)
    clients.rotate(BY, "carrier-7", 30, dt.timedelta(hours=1))
    old, new = Token.objects.order_by("pk")
    assert old.expires_at <= timezone.now() + dt.timedelta(hours=1) < new.expires_at
    clients.revoke(BY, "carrier-7")
    assert not Token.objects.filter(expires_at__gt=timezone.now()).exists()
    with pytest.raises(AccountError):
        clients.rotate(BY, "carrier-7", 30, dt.timedelta())
