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


def _functions(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def _missing(row: str) -> list[str]:
    """The tests and files that a row names and that are not there."""
    tests = [f"{path}::{name}" for path, name in NAMED.findall(row) if name not in _functions(path)]
    return tests + [place for place in PLACE.findall(row) if not (ROOT / place).exists()]


@pytest.mark.parametrize("row", _rows("threats.md"), ids=lambda row: row[2:50])
def test_each_threat_has_a_test_that_exists_or_a_stated_limit(row: str) -> None:
    assert NAMED.findall(row) or "Limit:" in row
    assert _missing(row) == []


CHECKLIST = [row for row in _rows("security.md") if not row.startswith("| chapter")]


@pytest.mark.parametrize("row", CHECKLIST, ids=lambda row: row[2:70])
def test_each_item_of_the_checklist_has_evidence_that_exists_or_says_that_it_is_not_met(row: str) -> None:
    evidence = row.strip("| ").rpartition(" | ")[2]
    assert NAMED.findall(evidence) or PLACE.findall(evidence) or "*not met" in evidence or evidence == "not applicable"
    assert _missing(row) == []


def test_the_checklist_has_every_chapter_in_order() -> None:
    chapters = list(dict.fromkeys(int(row.split()[1][1:]) for row in CHECKLIST))
    assert chapters == list(range(1, 18))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pinned = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]
    assert len(pinned) > 20
    assert all("==" in line and "--hash=sha256:" in line for line in pinned)
