"""Every place of the navigation in a real browser, for every role: accessible, titled, reached by keyboard, narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from accessible import followed
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import NO_PERSONS

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
ROLES = [role for role in Role if role not in NO_PERSONS]
STOPS = 60
SEEN = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
  return [one.tagName, one.textContent.trim().slice(0, 40), box.width > 0 && box.height > 0, marked];
}"""
REGION = "document.activeElement.closest('main') ? 2 : document.activeElement.closest('nav.places') ? 1 : 0"
"""What stands above, the places, the page."""
IS_FIRST = "document.activeElement.matches('.skip')"
"""Behind its last stop the focus begins anew; a page that puts the cursor into its one field begins in itself."""


def stated(page: Any) -> list[str]:
    """State a reference, and give the addresses of all places that are open then."""
    page.goto("/sitting/")
    page.fill("input[name=reference]", "REQ-1")
    followed(page, "main form button")
    return page.eval_on_selector_all("nav.places a", "links => links.map((one) => one.getAttribute('href'))")


@pytest.mark.parametrize("role", ROLES)
def test_every_place_is_accessible_titled_and_narrow(tab: Callable[..., Any], role: Role) -> None:
    page = tab(role, viewport={"width": 320, "height": 640})
    titles = {}
    for address in stated(page):
        page.goto(address)
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(one["id"], node["html"][:160]) for one in found for node in one["nodes"]] == [], address
        assert page.locator("h1").count() == 1, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        titles[address] = page.title()
    assert all(title.endswith(" – Gatehouse") for title in titles.values())
    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("role", [Role.SENIOR_ANALYST, Role.OVERSIGHT_READER, Role.TEAM_LEAD])
def test_focus_goes_in_order_and_is_always_seen(tab: Callable[..., Any], role: Role) -> None:
    page = tab(role)
    for address in stated(page):
        page.goto(address)
        regions = []
        for stop in range(STOPS):
            page.keyboard.press("Tab")
            tag, words, is_there, is_marked = page.evaluate(SEEN)
            region = page.evaluate(REGION)
            if tag == "BODY" or (stop and page.evaluate(IS_FIRST)):
                break
            assert is_there, (address, stop, tag, words)
            assert is_marked, (address, stop, tag, words)
            regions.append(region)
        assert regions == sorted(regions), (address, regions)
