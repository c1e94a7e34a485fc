"""Who asked looks, within the time, on the real server too, whose role sees no vault by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone

from gatehouse.retention.models import Notice, UnmaskRequest
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from masked_person import masked

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def _approved(by: Account) -> UnmaskRequest:
    now = timezone.now()
    return UnmaskRequest.objects.create(
        owner_kind="traveller", owner=masked(), purpose="screening", reference="C-9", state="approved",
        requested_by=f"account:{by.pk}", decided_by="account:999", begins_at=now, ends_at=now + dt.timedelta(hours=1),
    )  # fmt: skip


def test_the_one_who_asked_sees_it_and_the_officer_is_told(
    browser: Callable[..., Client], account: Callable[..., Account]
) -> None:
    me = account(Role.ANALYST)
    asked = _approved(me)
    page = browser(of=me, reference="C-9").post(f"/unmasking/{asked.pk}/look/")
    assert "ROE" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert Notice.objects.get().event == "seen"


def test_nobody_else_sees_it_and_nobody_later(browser: Callable[..., Client], account: Callable[..., Account]) -> None:
    me = account(Role.ANALYST)
    asked = _approved(me)
    assert browser(Role.ANALYST, reference="C-9").post(f"/unmasking/{asked.pk}/look/").status_code == 403
    assert browser(of=me, reference="C-9").get(f"/unmasking/{asked.pk}/look/").status_code == 405
    hour = dt.timedelta(hours=1)
    UnmaskRequest.objects.update(begins_at=timezone.now() - 2 * hour, ends_at=timezone.now() - hour)
    refused = browser(of=me, reference="C-9").post(f"/unmasking/{asked.pk}/look/")
    assert refused.status_code == 403
    assert "ROE" not in refused.content.decode()
    assert browser(of=me, reference="C-9").post("/unmasking/4711/look/").status_code == 404


def test_in_a_browser_one_asks_and_sees_what_waits(tab: Callable[..., Any]) -> None:
    traveller = masked()
    page = tab(Role.ANALYST)
    page.goto("/unmasking/")
    page.fill(".way input[name=reference] >> nth=0", "C-9")
    page.click(".way button >> nth=0")
    page.fill("input[name=number]", str(traveller))
    page.click("main form[method=post] button")
    page.wait_for_selector(".tag-info")
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert UnmaskRequest.objects.get().owner == traveller
    now = timezone.now()
    UnmaskRequest.objects.update(
        state="approved", decided_by="account:999", begins_at=now, ends_at=now + dt.timedelta(hours=1)
    )
    page.goto("/unmasking/")
    page.click("text=Look at request")
    page.wait_for_selector("text=ROE")
    assert Axe().run(page, options=RULES).response["violations"] == []
