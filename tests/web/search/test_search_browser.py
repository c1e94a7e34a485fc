"""A search in a real browser: refused without a reference, then recorded under it; accessible in each form."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from accessible import followed
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
FIRST_SEARCH_MS = 180_000
"""The first search of a process makes the compiled search ready."""
SHOTS = os.environ.get("GATEHOUSE_SHOTS")
"""A folder for pictures of what the test sees, for who wants to look at it."""


@pytest.mark.usefixtures("stored_day")
@pytest.mark.parametrize(
    ("name", "language", "options"),
    [
        ("light", "en", {}),
        ("dark", "en", {"color_scheme": "dark"}),
        ("arabic", "ar", {}),
        ("narrow", "en", {"viewport": {"width": 320, "height": 640}}),
    ],
)
def test_a_search_needs_a_reference_and_says_what_is_withheld(
    tab: Callable[..., Any], name: str, language: str, options: dict[str, Any]
) -> None:
    page = tab(Role.ANALYST, **options)
    page.set_default_timeout(FIRST_SEARCH_MS)
    page.click("details.menu summary")
    followed(page, f"details.menu button[value={language}]")
    page.goto("/search/")
    assert page.locator("input[name=said]").count() == 0
    assert entries("act.refused")
    page.fill(".way input[name=reference] >> nth=0", "C-7")
    page.click(".way button >> nth=0")
    page.wait_for_url("**/search/")
    page.fill("input[name=said]", "Youssef Karim")
    page.click("main form button[type=submit]")
    page.wait_for_selector("ul.found")
    assert page.url.endswith("/search/")
    assert "KARIM" in page.inner_text("ul.found")
    assert entries("traveller.searched")
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"search-{name}.png", full_page=True)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
