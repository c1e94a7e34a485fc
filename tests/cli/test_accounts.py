"""`gatehouse accounts`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.web.accounts.models import Account


@pytest.fixture(autouse=True)
def _empty(database: Path) -> None:
    del database


def test_the_first_administrator(run: Callable) -> None:
    made = run("accounts", "add", "ADM-1", "--display", "Administrator 1", "--role", "administrator")
    assert made.status == 0
    account = Account.objects.get()
    assert account.check_password(made.out.split()[-1])
    assert account.must_change_password
    shown = run("accounts", "list").out
    assert "adm-1" in shown
    assert "administrator" in shown


def test_roles_are_given_and_taken(run: Callable) -> None:
    run("accounts", "add", "ana-7", "--display", "Analyst 7", "--role", "analyst", "--unit", "AIR-1")
    changed = run("accounts", "role", "ana-7", "--give", "senior-analyst", "--take", "analyst")
    assert changed.out.strip() == "ana-7 holds senior-analyst"
    assert run("accounts", "role", "ana-7").status == 2
    assert run("accounts", "role", "ana-7", "--take", "analyst").status == 2


def test_an_account_is_disabled_enabled_and_reset(run: Callable) -> None:
    run("accounts", "add", "ana-7", "--display", "Analyst 7")
    assert run("accounts", "disable", "ana-7").status == 0
    assert "disabled" in run("accounts", "list").out
    assert run("accounts", "enable", "ana-7").status == 0
    assert "0 second factors" in run("accounts", "reset-mfa", "ana-7").out
    password = run("accounts", "reset-password", "ana-7").out.split()[-1]
    assert Account.objects.get().check_password(password)


@pytest.mark.parametrize(
    "arguments", [("add", "Jane Doe", "--display", "x"), ("disable", "nobody"), ("reset-mfa", "nobody")]
)
def test_what_cannot_be_done_is_refused(run: Callable, arguments: tuple[str, ...]) -> None:
    refused = run("accounts", *arguments)
    assert refused.status == 2
    assert refused.err.startswith("gatehouse: accounts: ")
