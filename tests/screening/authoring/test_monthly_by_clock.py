"""The month that is over is reported by the clock, once for each criterion that was in force in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from criterion_text import APPROVER, TEXT
from gatehouse.records import Visit
from gatehouse.screening.authoring import approving
from gatehouse.screening.authoring.looked_through import Bench
from gatehouse.screening.authoring.monthly_by_clock import report_last_month
from gatehouse.screening.criteria.activation import Asked
from signed_in import entries


@pytest.mark.usefixtures("history")
def test_it_is_made_once_the_month_is_over(bench: Bench, tried_text: Callable, approver: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "criteria"
    assert report_last_month(folder, bench.today) == []
    tried_text(TEXT, bench)
    seen = bench.register.entry("from-sin", 1, bench.today)
    approving.approve(approver, bench.register, seen, bench.permitted, Asked(APPROVER, bench.today, "a rehearsal"))
    later = (bench.today.replace(day=1) + dt.timedelta(days=40)).replace(day=1)
    [path] = report_last_month(folder, later)
    month = bench.today.isoformat()[:7]
    assert path.name == f"month-{month}-from-sin-1.json"
    kept = orjson.loads(path.read_bytes())
    assert kept["history"] == f"month {month}"
    assert entries("criterion.tried")[-1].subject == "criterion:from-sin/1"
    assert report_last_month(folder, later) == []
    assert orjson.loads(path.read_bytes()) == kept
