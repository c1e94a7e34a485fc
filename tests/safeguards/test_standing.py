"""Standing day by day: warned before, then lapsed, then criteria stop, then screening."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.safeguards.profile_reading import read_profile
from gatehouse.safeguards.standing import Level, standing
from law_files import demo

PROFILE = read_profile(
    demo(
        ("due_on = 2100-01-01", "due_on = 2026-06-30"),
        ("warn_days_before = 60", "warn_days_before = 10"),
        ("criteria_stop_days_after = 0", "criteria_stop_days_after = 5"),
    )
)


@pytest.mark.parametrize(
    ("day", "level", "screens", "criteria"),
    [
        ("2019-12-31", Level.NOT_YET, False, False),
        ("2020-01-01", Level.IN_FORCE, True, True),
        ("2026-06-19", Level.IN_FORCE, True, True),
        ("2026-06-20", Level.REVIEW_NEAR, True, True),
        ("2026-06-30", Level.REVIEW_NEAR, True, True),
        ("2026-07-01", Level.LAPSED, True, True),
        ("2026-07-05", Level.LAPSED, True, True),
        ("2026-07-06", Level.CRITERIA_STOPPED, True, False),
        ("2026-07-30", Level.CRITERIA_STOPPED, True, False),
        ("2026-07-31", Level.SCREENING_STOPPED, False, False),
        ("9999-12-31", Level.SCREENING_STOPPED, False, False),
    ],
)
def test_each_boundary(day: str, level: Level, screens: bool, criteria: bool) -> None:
    stands = standing(PROFILE, dt.date.fromisoformat(day))
    assert (stands.level, stands.may_screen, stands.may_apply_criteria) == (level, screens, criteria)
    assert stands.is_silent is (level is Level.IN_FORCE)


def test_it_says_when_screening_stops() -> None:
    assert "screening stops in 30 days" in str(standing(PROFILE, dt.date(2026, 7, 1)).says)
    assert "nobody is screened anew" in str(standing(PROFILE, dt.date(2026, 8, 30)).says)


def test_a_profile_may_stop_at_once() -> None:
    strict = read_profile(
        demo(
            ("due_on = 2100-01-01", "due_on = 2026-06-30"),
            ("screening_stops_days_after = 30", "screening_stops_days_after = 0"),
        )
    )
    assert standing(strict, dt.date(2026, 6, 30)).may_screen
    assert not standing(strict, dt.date(2026, 7, 1)).may_screen
