"""An entry of a national list proposed by one person and approved by another, in a real browser."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from accessible import followed
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists.models import EntryVersion

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SHOTS = os.environ.get("GATEHOUSE_SHOTS")
"""A folder for pictures of what the test sees, for who wants to look at it."""


def _seen(page: Any, name: str) -> None:
    """Nothing that axe finds, and a picture where one is wanted."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]] == [], name
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name


def _entered(page: Any, address: str) -> Any:
    """The page, once a reference is stated on the page that refused it."""
    page.goto(address)
    page.fill(".way input[name=reference] >> nth=0", "M-1")
    page.click(".way button >> nth=0")
    page.wait_for_url(f"**{address}")
    return page


def _grounded(page: Any) -> None:
    """The ground of a listing, typed."""
    said = {
        "legal_basis": "Act 7, s. 2",
        "criterion": "travel for training",
        "evidence_ref": "case 14/26",
        "reason": "Two witnesses saw the departure.",
        "review_on": (timezone.now().date() + dt.timedelta(days=90)).isoformat(),
    }
    for name, text in said.items():
        page.fill(f"[name={name}]", text)


def _sent(page: Any) -> None:
    page.click("main form .acts button")


def _approved(page: Any) -> None:
    page.check("[name=decision][value=approve]")
    page.fill("[name=reason]", "evidence seen")
    _sent(page)
    page.wait_for_selector(".notice-success")


def _propose(manager: Any) -> None:
    """Type a new entry, put right what was refused, and find everything else still there."""
    manager.click("text=List a person")
    typed = {"list": "NAT", "entry_id": "N-7", "names": "NIMBUS, Zoran", "birth_dates": "17 Mayy 1976"}
    for name, text in typed.items():
        manager.fill(f"[name={name}]", text)
    _grounded(manager)
    _sent(manager)
    manager.wait_for_selector(".summary:focus")
    assert {name: manager.input_value(f"[name={name}]") for name in typed} == typed
    _seen(manager, "propose-refused")
    manager.fill("[name=birth_dates]", "17 May 1976")
    _sent(manager)
    manager.wait_for_selector("text=Nothing changes until another person approves")
    _seen(manager, "proposal-own")


def test_an_entry_is_proposed_approved_changed_and_taken_off(tab: Callable[..., Any]) -> None:
    manager = _entered(tab(Role.LIST_MANAGER), "/lists/")
    _propose(manager)
    assert EntryVersion.objects.count() == 0
    senior = _entered(tab(Role.SENIOR_ANALYST, color_scheme="dark"), "/lists/proposals/")
    followed(senior, "tbody a >> nth=0")
    _seen(senior, "proposal-dark")
    _approved(senior)
    _seen(senior, "approved-dark")
    entry = f"/lists/NAT/entries/{EntryVersion.objects.get().pk}/"
    narrow = _entered(tab(Role.LIST_MANAGER, viewport={"width": 320, "height": 640}), entry)
    _seen(narrow, "entry-narrow")
    narrow.click("text=Propose a change")
    narrow.fill("[name=names]", "CLOUD, Zoran")
    _grounded(narrow)
    _seen(narrow, "change-narrow")
    _sent(narrow)
    narrow.wait_for_selector(".notice-success")
    senior.goto("/lists/proposals/")
    followed(senior, "tbody a >> nth=0")
    senior.click("details.menu summary")
    senior.click("details.menu button[value=ar]")
    senior.wait_for_selector("html[dir=rtl]")
    _seen(senior, "changes-arabic-dark")
    _approved(senior)
    for name in ("1/2/", ""):
        manager.goto(f"/lists/NAT/{name}")
        _seen(manager, "compared" if name else "versions")
    manager.goto("/lists/")
    _seen(manager, "lists")
    manager.goto("/lists/NAT/entries/")
    followed(manager, "tbody a >> nth=0")
    _seen(manager, "entry")
    manager.click("text=Suspend or remove")
    manager.check("[name=kind][value=suspend]")
    manager.fill("[name=reason]", "A court asks.")
    _seen(manager, "take-off")
    _sent(manager)
    manager.wait_for_selector(".notice-success")
    assert not EntryVersion.objects.filter(last_version=None).exists()
