"""Accounts made and changed, each with its entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import managing
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import Account, Session
from signed_in import entries

HOST = By(Actor("operator:1000", Role.OPERATOR), "on-the-host")


def test_an_account_is_made_with_a_password_that_must_be_changed(database: Path) -> None:
    del database
    account, password = managing.make(HOST, "ANA-7", "Analyst 7", "AIR-1")
    assert (account.identifier, account.must_change_password, account.roles()) == ("ana-7", True, ())
    assert account.check_password(password)
    assert account.password.startswith("argon2$")
    assert password not in account.password
    assert [(entry.actor, entry.subject) for entry in entries("account.granted")] == [
        ("operator:1000", account.reference)
    ]


@pytest.mark.parametrize("identifier", ["a", "jane doe", "x" * 41, "ana_7"])
def test_an_identifier_of_another_shape_is_refused(database: Path, identifier: str) -> None:
    del database
    with pytest.raises(AccountError, match="identifier"):
        managing.make(HOST, identifier, "Analyst", "")
    assert not Account.objects.exists()
    assert entries("account.granted") == []


def test_an_identifier_is_given_once(account: Callable[..., Account]) -> None:
    account(identifier="ana-7")
    with pytest.raises(AccountError, match="exists"):
        managing.make(HOST, "ana-7", "Analyst", "")


def test_roles_come_and_go_and_their_history_stays(account: Callable[..., Account]) -> None:
    one = account()
    managing.give_role(HOST, one, Role.ANALYST)
    with pytest.raises(AccountError, match="already"):
        managing.give_role(HOST, one, Role.ANALYST)
    managing.take_role(HOST, one, Role.ANALYST)
    with pytest.raises(AccountError, match="does not hold"):
        managing.take_role(HOST, one, Role.ANALYST)
    managing.give_role(HOST, one, Role.ANALYST)
    assert one.roles() == (Role.ANALYST,)
    assert one.rolesheld.count() == 2
    with pytest.raises(AccountError, match="nobody"):
        managing.give_role(HOST, one, Role.MACHINE)


def test_what_secures_an_account_ends_its_sessions(account: Callable[..., Account], browser: Callable) -> None:
    one = account(Role.ANALYST)
    for act in (managing.disable, managing.reset_password, managing.reset_factors):
        browser(of=one)
        assert Session.objects.filter(account=one).exists()
        act(HOST, one)
        assert not Session.objects.filter(account=one).exists()
        managing.enable(HOST, one)
    one.refresh_from_db()
    assert one.is_active
    managing.move(HOST, one, "SEA-2")
    one.refresh_from_db()
    assert one.unit == "SEA-2"
