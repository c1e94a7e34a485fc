"""Clients of the API with tokens, and calls with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client as Browser

from gatehouse.retention.data_keys import master_in_force
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.enquiries import at_hand
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import Account
from gatehouse.web.api import clients
from gatehouse.web.api.clients import Scope, Wanted
from stored_day import store_day

BY = By(Actor("operator:0", Role.OPERATOR), "on-the-host")
Call = Callable[..., Any]


@pytest.fixture
def caller(account: Callable[..., Account]) -> Callable[..., Call]:
    """`caller(Role.ANALYST)` asks with a token of a new person's account: `call("get", "/hits")` answers."""

    # As `gatehouse serve` says it before it answers: the web's role may not.
    master_in_force()

    def make(role: Role, *, person: bool = True, scopes: tuple[Scope, ...] = tuple(Scope), **wanted: Any) -> Call:
        who = account(role).identifier if person else ""
        if not person:
            scopes = tuple(scope for scope in scopes if scope is not Scope.DECISIONS)
        name = f"program-{Account.objects.count()}"
        _client, token = clients.add(BY, Wanted(name, role, scopes, who, **wanted), 30)
        return calling(token)

    return make


def calling(token: str) -> Call:
    """Calls with this token, for screening and with a reference unless others are given."""

    def call(method: str, path: str, *, purpose: str = "screening", reference: str = "C-2026-1", **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {token}", "X-Gatehouse-Purpose": purpose}
        headers |= {"X-Gatehouse-Reference": reference} if reference else {}
        more.setdefault("content_type", "application/json") if method == "post" else None
        return getattr(Browser(), method)(f"/api/v1{path}", headers=headers, **more)

    call.token = token  # type: ignore[attr-defined]
    return call


@pytest.fixture
def stored_day(database: Path, tmp_path: Path) -> Iterator[None]:
    """Two travellers, of whom one is on a list and waits as a hit."""
    del database
    at_hand.forget()
    store_day(tmp_path)
    yield
    at_hand.forget()
