"""Pages in a real browser: signed in by the form, accessible (axe-core, WCAG 2.2 AA), in the dark, right to left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accessible import followed, violations
from gatehouse.safeguards.vocabulary import Role


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(tab: Callable[..., Any], scheme: str) -> None:
    page = tab(Role.ADMINISTRATOR, color_scheme=scheme)
    for address in (
        "/",
        "/style/",
        "/sitting/",
        "/me/",
        "/me/password/",
        "/accounts/",
        "/accounts/new/",
        "/inbox/",
        "/nowhere/",
    ):
        page.goto(address)
        assert violations(page) == [], address


def test_the_sign_in_is_accessible(tab: Callable[..., Any]) -> None:
    page = tab()
    page.goto("/sign-in/")
    assert violations(page) == []


def test_arabic_is_written_from_right_to_left(tab: Callable[..., Any]) -> None:
    page = tab(Role.ANALYST)
    page.click("details.menu summary")
    followed(page, "details.menu button[value=ar]")
    assert page.get_attribute("html", "dir") == "rtl"
    places, main = page.locator("nav.places").bounding_box(), page.locator("main").bounding_box()
    assert places["x"] > main["x"]
    assert violations(page) == []


def test_a_refused_form_leads_to_its_faults(tab: Callable[..., Any]) -> None:
    page = tab(Role.ANALYST)
    page.goto("/style/")
    page.fill("#id_long", "what I typed")
    page.click("main form[method=post] button:not(.second):not(.danger)")
    page.wait_for_selector(".summary:focus")
    assert page.input_value("#id_long") == "what I typed"
    page.click(".summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_text"


def test_without_javascript_one_signs_in_states_a_reference_and_goes_on(tab: Callable[..., Any]) -> None:
    page = tab(Role.ADMINISTRATOR, java_script_enabled=False)
    page.goto("/accounts/new/")
    page.fill(".way input[name=reference] >> nth=0", "REQ-1")
    page.click(".way button >> nth=0")
    page.wait_for_url("**/accounts/new/")
    assert page.locator("h1").inner_text() == "Propose a new account"


def test_the_keyboard_reaches_the_content_first(tab: Callable[..., Any]) -> None:
    page = tab(Role.ANALYST)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_narrow_screen_needs_no_scrolling_sideways(tab: Callable[..., Any]) -> None:
    page = tab(Role.ADMINISTRATOR, viewport={"width": 320, "height": 640})
    for address in ("/", "/style/", "/accounts/", "/sitting/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_the_catalogue_is_accessible(tab: Callable[..., Any]) -> None:
    page = tab(Role.ASSESSOR)
    for address in ("", "2396-11a/", "instruments/", "compare/?change=split", "coverage/?version=2395-2017"):
        page.goto(f"/obligations/{address}")
        assert violations(page) == [], address


def test_a_state_answers_without_script(tab: Callable[..., Any]) -> None:
    import datetime as dt

    from gatehouse.assessment.states import store
    from gatehouse.assessment.states.state_code import Names
    from gatehouse.safeguards.decision import Actor

    operator = Actor("operator:1000", Role.OPERATOR)
    store.add_state(operator, "X-AL", "demo-north", Names("Altona", "阿尔托纳"))
    cycle = store.add_cycle(operator, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    store.move_cycle(operator, cycle, "open")
    page = tab(Role.STATE_FOCAL_POINT, java_script_enabled=False)
    home = f"/assessment/X-AL/{cycle.pk}/"
    page.goto(home)
    followed(page, "section.card li a >> nth=0")
    page.check("input[type=radio] >> nth=0")
    followed(page, "main form .acts button")
    assert page.locator(".notice-success").count() == 1
    page = tab(Role.STATE_FOCAL_POINT)
    for address in ("/assessment/", home, f"{home}contested/", f"{home}workbook/", "/recommendations/", "/assistance/"):
        page.goto(address)
        assert violations(page) == [], address
    page.goto(home)
    followed(page, "section.card li a >> nth=0")
    assert violations(page) == []
