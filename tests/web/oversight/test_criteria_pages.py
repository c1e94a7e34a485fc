"""The overseer sees the register and what criteria did to which groups; small cells were withheld before."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from django.conf import settings
from django.test import Client

ROWS = [
    {"dimension": "nationality", "group": "UTO", "travellers": 400, "hits": 30, "false_hits": None, "is_flagged": True},
    {"dimension": "nationality", "group": "XXA", "travellers": None, "hits": None, "is_flagged": False},
]
SAID = {"identifier": "no-bags", "version": 1, "history": "month 2026-10", "k": 10, "disparity": ROWS}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register's folder with one month reported."""
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", tmp_path, raising=False)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "month-2026-10-no-bags-1.json").write_bytes(orjson.dumps(SAID))
    return tmp_path


def test_groups_are_shown_and_small_cells_are_not(reader: Client, folder: Path) -> None:
    del folder
    page = reader.get("/oversight/criteria/")
    text = page.content.decode()
    assert "no-bags 1, month 2026-10" in text
    assert "nationality: UTO" in text
    assert "hit more often" in text
    row = text[text.index("nationality: XXA") :].split("</tr>")[0]
    assert "withheld" in row
    assert "number" not in row
    assert page.context["months"][0].sha256 in text


def test_a_report_that_is_none_is_told(reader: Client, folder: Path) -> None:
    (folder / "reports" / "month-2026-10-no-bags-1.json").write_text("{")
    assert "not as it was written" in reader.get("/oversight/criteria/").content.decode()
