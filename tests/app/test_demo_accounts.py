"""An account for each role of a demonstration, with a password that is new each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import override_settings

from gatehouse.app.demo_accounts import SECONDS, STATE, renewed
from gatehouse.assessment.access.models import ROLES as TEAM_ROLES
from gatehouse.assessment.access.models import Member
from gatehouse.assessment.demonstration import assessing, region
from gatehouse.web.accounts.models import NO_PERSONS, ROLES, Account
from signed_in import sign_in


@pytest.fixture(autouse=True)
def _hashed_quickly() -> Iterator[None]:
    """Forty passwords are made each time, and what makes them slow to guess is not looked at here."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


def test_whoever_reads_the_screen_comes_in_and_old_passwords_are_void(database: Path) -> None:
    del database
    first = {one.identifier: one.password for one in renewed()}
    assert len(first) == len(ROLES) + len(SECONDS)
    assert not NO_PERSONS & {role for account in Account.objects.all() for role in account.roles()}
    second = {one.identifier: one.password for one in renewed()}
    assert first.keys() == second.keys()
    client = Client()
    assert sign_in(client, "demo-analyst", first["demo-analyst"]).status_code == 200
    assert sign_in(client, "demo-analyst", second["demo-analyst"]).status_code == 302
    assert client.get("/").status_code == 200


def test_those_who_work_on_a_team_are_on_the_teams_of_the_open_cycle(database: Path) -> None:
    del database
    told = region.states()[:2]
    cycle = region.cycle(region.LATER)
    renewed()
    renewed()
    for one in told:
        members = dict(Member.objects.filter(state=one.state, cycle=cycle).values_list("role", "who"))
        assert set(members) == set(TEAM_ROLES)
        for role, who in members.items():
            assert Account.objects.get(identifier=f"demo-{role}").pk == int(who.partition(":")[2])
    assert Account.objects.get(identifier="demo-state-focal-point").unit == STATE
    assert assessing.LEFT_AT[STATE] == "with-the-state"
