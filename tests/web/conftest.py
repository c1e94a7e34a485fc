"""Accounts of each role, and browsers (Django's client) that are signed in as them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from playwright.sync_api import sync_playwright

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, RoleHeld
from signed_in import PASSWORD
from web_role import answers_as_web


@lru_cache(maxsize=1)
def _hashed() -> str:
    """Hashed once: it is meant to be slow."""
    return make_password(PASSWORD)


@pytest.fixture(autouse=True, scope="session")
def _shown() -> Iterator[None]:
    """Let tests see the context that a page was drawn with."""
    setup_test_environment(debug=False)
    yield
    teardown_test_environment()


@pytest.fixture(autouse=True)
def _second_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is answered as the role that the web process logs in as: it sees nothing without the door."""
    answers_as_web(monkeypatch)


@pytest.fixture
def account(database: Path) -> Callable[..., Account]:
    """`account(Role.ANALYST, unit="U1")` makes an account that holds these roles; all have the same password."""
    del database

    def make(*roles: Role, unit: str = "", identifier: str = "") -> Account:
        unit = unit or ("X-AL" if Role.STATE_FOCAL_POINT in roles else "UNIT-1")
        name = identifier or f"staff-{Account.objects.count() + 1}"
        known = {"identifier": name, "display_name": f"Colleague {name}", "unit": unit, "password": _hashed()}
        made = Account.objects.create(**known)
        for role in roles:
            RoleHeld.objects.create(account=made, role=role)
        return made

    return make


@pytest.fixture
def browser(account: Callable[..., Account]) -> Callable[..., Client]:
    """`browser(Role.ANALYST)` is a client signed in to a new account; `purpose` and `reference` are in force there."""

    def enter(*roles: Role, purpose: str = "", reference: str = "", of: Account | None = None) -> Client:
        client = Client()
        client.force_login(of or account(*roles))
        session = client.session
        session.update({name: value for name, value in (("purpose", purpose), ("reference", reference)) if value})
        session.save()
        return client

    return enter


@pytest.fixture
def client_of_nobody(database: Path) -> Client:
    """A client that has not signed in."""
    del database
    return Client()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a session."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine (Debian: apt install chromium); pages are not tried in a browser")
    # Playwright waits in a loop of this thread; Django takes that for a program that must not wait for a database.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any, site: str, account: Callable[..., Account]) -> Iterator[Callable[..., Any]]:
    """`tab(Role.ANALYST)` is a page in a real browser, signed in by its form; nothing may fail in its console."""
    contexts, faults = [], []

    def enter(*roles: Role, **options: Any) -> Any:
        context = chromium.new_context(base_url=site, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        if roles:
            page.goto("/sign-in/")
            page.fill("input[name=login]", account(*roles).identifier)
            page.fill("input[name=password]", PASSWORD)
            page.click("main button[type=submit]")
            page.wait_for_url(f"{site}/")
        return page

    yield enter
    for context in contexts:
        context.close()
    assert [fault for fault in faults if "status of 4" not in fault] == []
