"""The pages of criteria in a real browser: written, tried, approved by another, accessible (axe-core, WCAG 2.2 AA)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from accessible import followed, violations
from criterion_text import APPROVER, AUTHOR, TEXT
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring.trials import run_waiting
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.history import read_history
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria.report import report
from gatehouse.screening.criteria.trial import Trial
from signed_in import PASSWORD

STATES = ("DEU", "FRA", "GHA", "TUN", "KOR")


def _journey(number: int) -> dict[str, object]:
    """One of two thousand of nobody; of one State twice as many leave from SIN."""
    state = STATES[number % len(STATES)]
    origin = "SIN" if number % (23 if state == "TUN" else 61) == 0 else "CDG"
    traveller = {"nationalities": [state], "sex": "FM"[number % 2], "birth_date": f"{1950 + number % 60}-05-17"}
    legs = [{"origin": origin, "destination": "ICN", "departs": "2026-10-05T08:30"}]
    flights = [{"carrier": "ZZ", "number": "1", "legs": legs}]
    return {"traveller": traveller, "flights": flights, "source": "past", "number": number}


def _tried(register: Register, text: str) -> None:
    content = b"\n".join(orjson.dumps(_journey(number)) for number in range(1, 8001))
    sums = Trial(parse_criterion(text.encode(), "a"), {}, lambda _: None)
    sums.add_all(read_history(io.BytesIO(content), "made"))
    now = dt.datetime.now(dt.UTC)
    register.tried(text.encode(), report(sums, "eight thousand journeys of nobody", now.date()), now)


@pytest.fixture
def sat(chromium: Any, site: str, account: Callable) -> Callable[..., Any]:
    """`sat(identifier, role)` is a page signed in to an account of that identifier."""

    def enter(identifier: str, role: Role, **options: Any) -> Any:
        account(role, identifier=identifier)
        page = chromium.new_context(base_url=site, **options).new_page()
        page.goto("/sign-in/")
        page.fill("input[name=login]", identifier)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url(f"{site}/")
        return page

    return enter


def test_a_criterion_is_written_tried_and_approved_by_another(sat: Callable, server: Path, tmp_path: Path) -> None:
    register = Register(server / "criteria")
    text = TEXT.replace("from-sin", f"from-sin-{tmp_path.name[-8:].strip('_').replace('_', '-')}x".lower())
    approver = sat(APPROVER, Role.CRITERIA_APPROVER)
    page = sat(AUTHOR, Role.CRITERIA_AUTHOR)
    page.goto("/criteria/")
    assert violations(page) == []
    followed(page, "text=Write a new one")
    assert violations(page) == []
    page.fill("#text", text.replace('value = "SIN"', 'value = "SINX"'))
    followed(page, "text=Save and check")
    assert violations(page) == []
    page.click("ul.faults a >> nth=0")
    assert page.locator("tr:target").count() == 1
    page.fill("#text", text)
    page.focus("button[value=save]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Nothing speaks against it")
    followed(page, "text=Try the saved text")
    assert violations(page) == []
    assert page.locator("text=waits for a worker").count() == 1
    assert run_waiting(register) == 1
    page.wait_for_selector("text=What it would do, and to whom", timeout=30_000)
    page.click("text=What it would do, and to whom")
    address = page.url
    _tried(register, text)
    approver.goto(address)
    assert violations(approver) == []
    assert approver.locator("img").evaluate("one => one.complete && one.naturalWidth > 0")
    approver.fill("#id_answer", "It is a rehearsal.")
    approver.click("text=Approve and put in force")
    approver.wait_for_selector("text=It is in force.")
    assert violations(approver) == []


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}])
def test_the_pages_stand_in_the_dark_and_on_a_narrow_screen(sat: Callable, options: dict[str, Any]) -> None:
    page = sat(AUTHOR, Role.CRITERIA_AUTHOR, **options)
    page.goto("/criteria/")
    followed(page, "text=Write a new one")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
