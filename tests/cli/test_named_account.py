"""Whoever is named is somebody: there, enabled, in the role, and in live mode signed in."""

from __future__ import annotations

import pytest

from gatehouse.app import law
from gatehouse.cli.console import Refused
from gatehouse.cli.named_account import named_account
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account


def test_an_account_in_a_role_that_it_holds(somebody) -> None:
    somebody(4, Role.SENIOR_ANALYST)
    found = named_account(4, Role.SENIOR_ANALYST)
    assert (found.id, found.role) == ("account:4", Role.SENIOR_ANALYST)
    with pytest.raises(Refused, match="does not hold"):
        named_account(4, Role.DATA_PROTECTION_OFFICER)


def test_nobody_and_who_is_not_enabled_are_refused(somebody) -> None:
    somebody(4, Role.SENIOR_ANALYST)
    Account.objects.update(is_active=False)
    for number in (4, 5, 10**30):
        with pytest.raises(Refused, match="not there, or not enabled"):
            named_account(number, Role.SENIOR_ANALYST)


def test_a_role_that_was_taken_away_is_not_held(somebody) -> None:
    somebody(4, Role.SENIOR_ANALYST).rolesheld.update(until="2026-01-01T00:00:00Z")
    with pytest.raises(Refused, match="does not hold"):
        named_account(4, Role.SENIOR_ANALYST)


def test_in_live_mode_people_sign_in(somebody, monkeypatch) -> None:
    somebody(4, Role.SENIOR_ANALYST)
    monkeypatch.setattr(law, "mode", lambda: law.Mode.LIVE)
    with pytest.raises(Refused, match="use the pages"):
        named_account(4, Role.SENIOR_ANALYST)
