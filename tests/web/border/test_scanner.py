"""A scanner that types a zone line by line has asked after its last Enter, and the answer is accessible."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from gatehouse.safeguards.vocabulary import Role
from stored_day import zone

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.usefixtures("stored_day")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scanner_asks_without_a_mouse(tab: Callable[..., Any], scheme: str) -> None:
    page = tab(Role.BORDER_OFFICER, color_scheme=scheme)
    page.goto("/border/")
    for asked, answer in (
        (zone("KARIM<<YUSUF"), "Wait: contact the unit"),
        (zone("OSEI<<AMA", "900101", "200101"), "Document problem"),
        (zone("OSEI<<AMA", "900101"), "Nothing known"),
    ):
        assert page.evaluate("document.activeElement.name") == "zone"
        for line in asked.split("\n"):
            page.keyboard.type(line)
            page.keyboard.press("Enter")
        page.wait_for_selector(f".answer h2:text('{answer}')")
        found = Axe().run(page, options=RULES).response["violations"]
        assert [one["id"] for one in found] == []
