"""docs/threats.md and docs/security.md name evidence that exists; packages are pinned by hash."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("threats.md", "security.md")}
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PLACE = re.compile(r"`((?:tests|src|docs)/[\w./-]+)`")


def _rows(page: str) -> list[str]:
    return [line for line in PAGES[page].splitlines() if line.startswith("| ") and not line.startswith("| threat |")]


@pytest.mark.parametrize("row", _rows("threats.md"), ids=lambda row: row[2:50])
def test_each_threat_has_a_test_that_exists_or_a_stated_limit(row: str) -> None:
    named = NAMED.findall(row)
    assert named or "Limit:" in row
    for path, function in named:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert function in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, (path, function)


def test_each_item_of_the_checklist_has_evidence_that_exists_or_says_that_it_is_not_met() -> None:
    rows = [row for row in _rows("security.md") if not row.startswith("| chapter")]
    assert rows
    for row in rows:
        places = PLACE.findall(row)
        assert places or "not met" in row or "not applicable" in row, row
        assert all((ROOT / place).exists() for place in places), row


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pinned = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]
    assert len(pinned) > 20
    assert all("==" in line and "--hash=sha256:" in line for line in pinned)
