"""The monthly report: of months that are over, of that month's journeys, and once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.criteria.errors import RegisterError
from gatehouse.screening.criteria.monthly import keep_month, month_over, month_reports


def test_a_month_that_is_over_has_a_first_and_a_last_day(today: dt.date) -> None:
    assert month_over("2026-10", today) == (dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    assert month_over("2024-02", today)[1].day == 29


@pytest.mark.parametrize("text", ["2026-11", "2026-12", "2026-13", "2026-1", "0000-01", "last", "2026-10-01"])
def test_other_months_are_refused(text: str, today: dt.date) -> None:
    with pytest.raises(RegisterError, match="--month"):
        month_over(text, today)


def test_only_the_months_own_journeys_are_counted(criterion_of: Callable, journey_of: Callable, today: dt.date) -> None:
    days = ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"]
    journeys = [
        journey_of({"bag_count": 0}, number=number, booking={"payments": [{"kind": "CA"}]},
                   flights=[{"legs": [{"departs": day}]}])
        for number, day in enumerate(days)
    ]  # fmt: skip
    (made,) = month_reports([criterion_of()], [*journeys, journey_of()], "2026-10", {}, today)
    assert (made.travellers, made.hits.count, made.first_day, made.last_day) == (2, 2, "2026-10-01", "2026-10-31")


def test_a_month_is_reported_once(criterion_of: Callable, today: dt.date, tmp_path: Path) -> None:
    reports = month_reports([criterion_of()], [], "2026-10", {}, today)
    (path,) = keep_month(tmp_path, "2026-10", reports)
    assert path.name == "month-2026-10-cash-only-1.json"
    kept = path.read_bytes()
    with pytest.raises(RegisterError, match="has its report"):
        keep_month(tmp_path, "2026-10", reports)
    assert path.read_bytes() == kept
