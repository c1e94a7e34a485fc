"""Another day of the same simulation: other traffic, the same list."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan


def test_another_day_brings_other_people_against_the_same_list(tmp_path: Path) -> None:
    first = Plan(travellers=200, plant=5, seed=3, out=tmp_path / "1", entries=30)
    second = replace(first, day=first.day + dt.timedelta(days=1), out=tmp_path / "2")
    simulate(first)
    simulate(second)
    assert (first.out / "list.csv").read_bytes() == (second.out / "list.csv").read_bytes()
    assert (first.out / "truth.csv").read_bytes() != (second.out / "truth.csv").read_bytes()
