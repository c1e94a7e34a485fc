"""A register's folder for the pages, an author and an approver who sign in, and a stored day as history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from criterion_text import APPROVER, AUTHOR, TEXT
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring.models import Draft
from gatehouse.screening.authoring.trials import run_waiting
from gatehouse.screening.criteria.register import Register
from stored_day import store_day


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Register:
    """The register of the pages."""
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", tmp_path / "criteria")
    return Register(tmp_path / "criteria")


@pytest.fixture
def author(register: Register, account: Callable, browser: Callable) -> Client:
    """Whoever writes, signed in; beside them an approver has an account."""
    del register
    account(Role.CRITERIA_APPROVER, identifier=APPROVER)
    return browser(of=account(Role.CRITERIA_AUTHOR, identifier=AUTHOR))


@pytest.fixture
def approver(author: Client, browser: Callable) -> Client:
    """Whoever approves, signed in."""
    del author
    from gatehouse.web.accounts.models import Account

    return browser(of=Account.objects.get(identifier=APPROVER))


@pytest.fixture
def written(author: Client) -> Callable[..., int]:
    """`written(text)` writes a draft with the pages; its number."""

    def act(text: str = TEXT) -> int:
        address = author.post("/criteria/drafts/new/").url
        assert author.post(address, {"text": text, "saves": "0", "do": "save"}).status_code == 200
        return Draft.objects.latest("pk").pk

    return act


@pytest.fixture
def tried(author: Client, written: Callable, register: Register, tmp_path: Path) -> Callable[[], str]:
    """Tries the text on a stored day of two travellers; the address of the version."""

    def act() -> str:
        store_day(tmp_path)
        author.post(f"/criteria/drafts/{written()}/try/")
        assert run_waiting(register) == 1
        return "/criteria/from-sin/1/"

    return act
