"""What axe-core finds against WCAG 2.2 AA on a page in a real browser."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def violations(page: Any) -> list[str]:
    """Each violation with the first characters of what violates."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def followed(page: Any, selector: str) -> None:
    """Click what leads to another page, and be on it: a click alone may end while the old page still stands."""
    with page.expect_navigation():
        page.click(selector)
