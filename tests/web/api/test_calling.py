"""Who calls: tokens in force, scopes, purposes, shares; and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client as Browser
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from gatehouse.web.api.clients import Scope
from gatehouse.web.api.models import Client, Token
from signed_in import entries


def test_nobody_comes_in_without_a_token(database: object) -> None:
    del database
    for header in ("", "Bearer", "Bearer gh_guessed", "Basic YTpi", "Bearer \udce9"):
        headers = {"Authorization": header} if header else {}
        answer = Browser().get("/api/v1/hits", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "no-token")


@pytest.mark.parametrize(
    "end",
    [
        lambda: Token.objects.update(expires_at=timezone.now()),
        lambda: Client.objects.update(revoked_at=timezone.now()),
        lambda: Account.objects.update(is_active=False),
        lambda: Account.objects.get().rolesheld.update(until=timezone.now()),
    ],
    ids=["expired", "revoked", "disabled", "role taken"],
)
def test_a_token_ends(caller: Callable[..., Any], end: Callable[[], object]) -> None:
    call = caller(Role.ANALYST)
    assert call("get", "/hits").status_code == 200
    end()
    assert call("get", "/hits").status_code == 401


def test_scopes_purposes_and_references_are_looked_at(caller: Callable[..., Any]) -> None:
    call = caller(Role.ANALYST, scopes=(Scope.HITS,))
    assert call("get", "/lists").json()["code"] == "no-scope"
    assert call("get", "/hits", purpose="").json()["code"] == "no-purpose"
    assert call("get", "/hits", reference="no reference").json()["code"] == "bad-reference"
    refused = call("get", "/hits", purpose="curiosity")
    assert (refused.status_code, refused.json()["code"]) == (403, "refused")
    assert entries("act.refused")[-1].reason == "purpose-not-in-profile"


def test_a_client_has_its_share(caller: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gatehouse.web.api.calling.time.time", lambda: 120.0)
    call = caller(Role.ANALYST, per_minute=2)
    answers = [call("get", "/hits") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1]["Retry-After"] == "60"
    monkeypatch.setattr("gatehouse.web.api.calling.time.time", lambda: 180.0)
    assert call("get", "/hits").status_code == 200


def test_what_roles_may_is_what_the_kernel_says(caller: Callable[..., Any]) -> None:
    for role in (Role.OPERATOR, Role.ADMINISTRATOR, Role.OVERSIGHT_READER, Role.BORDER_OFFICER):
        assert caller(role)("post", "/travellers/search", data={"name": "Karim"}).status_code == 403
