"""`gatehouse lists operating-points`: the measured table at an operator's traffic."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.screening.matching.operating import operating_points
from gatehouse.screening.matching.pair import THRESHOLD


def test_every_point_is_shown_and_the_shipped_one_marked(run: Callable) -> None:
    told = run("lists", "operating-points").out
    assert [f"{point.threshold:.2f}" in told for point in operating_points()] == [True] * len(operating_points())
    assert told.count("*") == 1
    assert f"{THRESHOLD:.2f} *" in told


def test_hits_follow_the_traffic(run: Callable) -> None:
    shipped = next(point for point in operating_points() if point.threshold == THRESHOLD)
    told = run("lists", "operating-points", "--travellers-per-day", "1000000").out
    line = next(line for line in told.splitlines() if "*" in line)
    assert line.strip("│ ").split()[-1] == f"{shipped.hits_per_day(1_000_000):.0f}"


def test_less_than_nobody_is_refused(run: Callable) -> None:
    assert run("lists", "operating-points", "--travellers-per-day", "-1").status == 2
