"""A small clean day, a dirty one, and the people and flights that single tests start from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random

import pytest

from gatehouse.simulation.day import simulate
from gatehouse.simulation.listed import Listed, listed
from gatehouse.simulation.parties import Boarding, Party
from gatehouse.simulation.plan import DAY, Plan, Summary
from gatehouse.simulation.timetable import Service, service


def _simulated(out: Path, dirty: float) -> Summary:
    return simulate(Plan(900, 120, 11, out, entries=400, dirty=dirty, unreadable=dirty > 0))


@pytest.fixture(scope="session")
def clean_day(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """900 travellers, 120 planted, no dirt and nothing unreadable."""
    return _simulated(tmp_path_factory.mktemp("clean"), 0.0)


@pytest.fixture(scope="session")
def dirty_day(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """The same day with dirt on every file, and the unreadable files."""
    return _simulated(tmp_path_factory.mktemp("dirty"), 1.0)


@pytest.fixture(scope="session")
def entries() -> list[Listed]:
    """Six hundred listed persons."""
    dice = Random(5)
    return [listed(number, DAY, dice) for number in range(1, 601)]


@pytest.fixture
def flight() -> Service:
    """One flight of the day."""
    return service(1, dt.date(2026, 1, 20), Random(3))


@pytest.fixture
def parties(flight: Service) -> tuple[Party, ...]:
    """Sixty travellers on that flight."""
    return tuple(Boarding(DAY, Random(4)).parties(flight, 60))
