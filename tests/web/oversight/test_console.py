"""The console is open to those who supervise, on the real server too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from gatehouse.safeguards.vocabulary import Role

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = (
    "", "log/", "uses/", "unmaskings/", "retention/", "overdue/", "criteria/", "samples/", "checkpoints/", "reports/"
)  # fmt: skip


def test_who_does_not_supervise_does_not_come_in(browser: Callable[..., Client]) -> None:
    for role in (Role.ANALYST, Role.OPERATOR, Role.ADMINISTRATOR, Role.REDRESS_OFFICER):
        client = browser(role, reference="C-1")
        assert {client.get(f"/oversight/{page}").status_code for page in ("", "log/", "samples/")} == {403}


def test_on_the_real_server_every_page_opens_and_is_accessible(tab: Callable[..., Any]) -> None:
    page = tab(Role.OVERSIGHT_READER)
    page.goto("/sitting/")
    page.fill("input[name=reference]", "SV-1")
    page.click("main form button")
    for address in PAGES:
        answer = page.goto(f"/oversight/{address}")
        assert answer.status == 200, address
        assert Axe().run(page, options=RULES).response["violations"] == [], address
