"""Guessing made slow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts import lockout
from gatehouse.web.accounts.models import Account, AddressFailures
from signed_in import entries, sign_in


def test_an_account_is_locked_after_five_failures_and_open_after_a_while(account: Callable[..., Account]) -> None:
    one, client = account(Role.ANALYST), Client()
    for _ in range(lockout.ACCOUNT_FAILURES_MAX):
        assert sign_in(client, one.identifier, "wrong").status_code == 200
    assert sign_in(client, one.identifier).status_code == 200
    assert client.get("/").status_code == 302
    assert [entry.reason for entry in entries("account.rejected")] == ["sign-in-failed"] * 4 + ["locked"]
    past = timezone.now() - dt.timedelta(seconds=1)
    Account.objects.filter(pk=one.pk).update(locked_until=past)
    assert sign_in(client, one.identifier).status_code == 302
    one.refresh_from_db()
    assert (one.failures, one.locked_until) == (0, None)


def test_an_unknown_identifier_is_recorded_without_it(database: Path) -> None:
    del database
    sign_in(Client(), "nobody-here", "wrong")
    rejected = entries("account.rejected")
    assert [(entry.subject, entry.actor) for entry in rejected] == [("store:accounts", "machine:web")]
    assert b"nobody-here" not in rejected[0].encoded()


def test_an_address_that_guesses_many_accounts_is_locked(
    account: Callable[..., Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lockout, "ADDRESS_FAILURES_MAX", 3)
    one = account(Role.ANALYST)
    for number in range(3):
        lockout.failed(f"guess-{number}", "192.0.2.7")
    assert lockout.is_locked(one.identifier, "192.0.2.7")
    assert not lockout.is_locked(one.identifier, "192.0.2.8")
    assert "192.0.2.7" not in str(list(AddressFailures.objects.values()))
