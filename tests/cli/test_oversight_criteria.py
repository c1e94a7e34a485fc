"""The register and the monthly reports on groups, for those who supervise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from django.conf import settings

from gatehouse.screening.criteria.report import GroupRow, Report

ROWS = [
    {"dimension": "nationality", "group": "UTO", "travellers": 400, "hits": 30, "false_hits": None, "is_flagged": True},
    {
        "dimension": "nationality",
        "group": "XXA",
        "travellers": None,
        "hits": None,
        "false_hits": None,
        "is_flagged": False,
    },
    {"dimension": "nationality", "group": "XXB", "travellers": 90, "hits": 12, "false_hits": 11, "is_flagged": False},
]
SAID = {
    "identifier": "no-bags",
    "version": 1,
    "history": "month 2026-10",
    "travellers": 500,
    "k": 10,
    "disparity": ROWS,
}


@pytest.fixture
def reported(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A month that was reported."""
    del database
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", tmp_path, raising=False)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "month-2026-10-no-bags-1.json").write_bytes(orjson.dumps(SAID))


def test_what_is_shown_is_what_a_report_has() -> None:
    assert SAID.keys() <= set(Report.__slots__)
    assert all(row.keys() <= set(GroupRow._fields) for row in ROWS)


@pytest.mark.usefixtures("reported")
def test_groups_are_shown_and_small_cells_are_not(run: Callable) -> None:
    told = run("oversight", "disparity", "--month", "2026-10").out
    assert "no-bags 1 on month 2026-10: 500 travellers" in told
    lines = {line.split()[1]: line.split()[2:] for line in told.splitlines() if line.startswith("nationality")}
    assert lines == {
        "UTO": ["400", "30", "not", "told", "flagged"],
        "XXA": ["withheld"],
        "XXB": ["90", "12", "11"],
    }
    assert "fewer than 10 people" in told
    [line] = run("oversight", "disparity", "--json").json()
    assert line["report"] == SAID


@pytest.mark.usefixtures("reported")
def test_the_register_and_refusals(run: Callable) -> None:
    assert "0 versions" in run("oversight", "criteria").out
    assert run("oversight", "disparity", "--month", "soon").status == 2
    assert run("oversight", "criteria", "--role", "analyst").status == 2
