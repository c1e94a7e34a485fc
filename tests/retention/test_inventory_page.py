"""docs/keeps.md is what the rooms declare. To draw anew: `GATEHOUSE_GOLDEN=write pytest tests/retention`."""

from __future__ import annotations

import os
from pathlib import Path

from gatehouse.retention.inventory_page import page

PAGE = Path(__file__).parents[2] / "docs" / "keeps.md"


def test_the_page_is_what_the_rooms_declare() -> None:
    if os.environ.get("GATEHOUSE_GOLDEN") == "write":
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_it_says_of_each_column_what_masking_does() -> None:
    drawn = page()
    assert "| `surname` | as shown | yes | names | cleared |" in drawn
    assert "always stay: number, role, segments, sources |" in drawn
