"""`gatehouse carriers`: counted, shown, reported."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gatehouse.cli import carriers
from gatehouse.cli.console import Refused
from stored_day import store_day

pytestmark = pytest.mark.usefixtures("database")


def test_what_came_is_counted_shown_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store_day(tmp_path)
    carriers.count()
    assert f"1 days counted, {dt.datetime.now(dt.UTC).date()}" in capsys.readouterr().out
    carriers.show()
    assert "ZZ" in capsys.readouterr().out
    for ending in ("pdf", "html", "csv"):
        out = tmp_path / f"report.{ending}"
        carriers.report("ZZ", out)
        assert out.stat().st_size > 0
        with pytest.raises(Refused, match="is there already"):
            carriers.report("ZZ", out)


def test_a_carrier_of_which_nothing_is_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing was counted"):
        carriers.report("XX", tmp_path / "r.pdf")
    with pytest.raises(Refused, match="not printed as"):
        carriers.report("XX", tmp_path / "r.txt")


def test_of_nothing_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    carriers.count()
    carriers.show()
    assert "nothing was counted" in capsys.readouterr().out
