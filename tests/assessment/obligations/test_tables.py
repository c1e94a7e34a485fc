"""The tables are whole: no cell is missing, no pattern is broken."""

from __future__ import annotations

import re

import pytest

from gatehouse.assessment.obligations.texts.tables import FOLDER, LANGUAGES, rows

NAMES = sorted(path.stem for path in FOLDER.glob("*.csv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table(name: str) -> None:
    table = rows(name)
    assert table
    assert all(None not in row and None not in row.values() for row in table), "a comma that wants quotes"
    assert {row["language"] for row in table if "language" in row} <= set(LANGUAGES)
    for row in table:
        re.compile(row.get("pattern", ""))


def test_traditional_characters_have_one_simplified_form_each() -> None:
    table = rows("traditional")
    assert len({row["traditional"] for row in table}) == len(table)
    assert all(len(row["traditional"]) == len(row["simplified"]) == 1 for row in table)
