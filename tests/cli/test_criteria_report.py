"""A report on a terminal: the rates, the flags, the groups hit most, and nothing that is withheld."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.cli.criteria_report import ROWS_MAX, show
from gatehouse.measures.proportion import Interval, Proportion
from gatehouse.measures.ratio import Ratio
from gatehouse.screening.criteria.report import GroupRow, Proxy, Report

RATE = Proportion(40, 10_000, 0.004, Interval(0.003, 0.0051), 1.5)


def _report(rows: list[GroupRow], proxies: tuple[Proxy, ...] = ()) -> Report:
    return Report(
        "cash-only", 2, "ab" * 32, "history.jsonl", dt.date(2026, 11, 21), "2026-10-01", "2026-10-31", 10_000,
        RATE, RATE, 3, 4, 5, 6, 29, False, tuple(rows), proxies,
    )  # fmt: skip


def test_rates_and_flags_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    row = GroupRow("sex", "F", 5000, 30, 20, Ratio(3.0, Interval(1.5, 6.0)), True)
    show(_report([row], (Proxy("the criterion", "sex", "flagged", 0.12, 0.0002, ("F",)),)))
    out = capsys.readouterr().out
    assert "cash-only 2 (abababababab) on history.jsonl" in out
    assert "40.0, 95 % interval 30.0 to 51.0 (design effect 1.5)" in out
    assert "5 confirmed, 6 cleared, 29 without outcome" in out
    assert out.index("to be answered: sex F is hit more often") < out.index("3.00 (1.50 to 6.00)  flagged")
    assert "0.12" in out


def test_withheld_rows_say_so_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    show(_report([GroupRow("sex", "F"), GroupRow("sex", "M", 500, 0, None, None)]))
    out = capsys.readouterr().out
    assert "withheld" in out
    assert "not told" in out
    assert "nothing to compare" in out


def test_of_many_groups_those_hit_most_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [GroupRow("nationality", f"G{n:02}", 100, n, None, Ratio(n / 10, Interval(0, n))) for n in range(30)]
    show(_report(rows))
    out = capsys.readouterr().out
    assert "G29" in out
    assert "G00" not in out
    assert f"{30 - ROWS_MAX} more" in out
