"""An account for each role of a demonstration, with a password that is new each time."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from gatehouse.app.demo_accounts import renewed
from gatehouse.web.accounts.models import NO_PERSONS, ROLES, Account
from signed_in import sign_in


def test_whoever_reads_the_screen_comes_in_and_old_passwords_are_void(database: Path) -> None:
    del database
    first = {one.identifier: one.password for one in renewed()}
    assert len(first) == len(ROLES)
    assert not NO_PERSONS & {role for account in Account.objects.all() for role in account.roles()}
    second = {one.identifier: one.password for one in renewed()}
    assert first.keys() == second.keys()
    client = Client()
    assert sign_in(client, "demo-analyst", first["demo-analyst"]).status_code == 200
    assert sign_in(client, "demo-analyst", second["demo-analyst"]).status_code == 302
    assert client.get("/").status_code == 200
