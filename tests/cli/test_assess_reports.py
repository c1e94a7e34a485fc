"""The commands of reports, in process and on an empty database."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.cli import assess_reports
from gatehouse.cli.console import Refused


@pytest.fixture(autouse=True)
def _connected(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    monkeypatch.setattr("gatehouse.app.settings.migrate", lambda: None)


def test_what_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="assess reports"):
        assess_reports.render(9, out=tmp_path)
    with pytest.raises(Refused, match="cycle"):
        assess_reports.report("annual", "no such cycle", out=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_there_are_no_reports_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    assess_reports.reports()
    assert capsys.readouterr().out == ""
