"""Visits that lie too close to each other."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.visits.clashes import Stay, clashes

MAY = Stay("X-AL", "CTED", dt.date(2026, 5, 4), dt.date(2026, 5, 8))
JULY = Stay("X-AL", "1267 Monitoring Team", dt.date(2026, 7, 6), dt.date(2026, 7, 8))


def test_two_in_one_state_within_the_weeks() -> None:
    june = Stay("X-AL", "1540 experts", dt.date(2026, 6, 1), dt.date(2026, 6, 2))
    assert clashes([june, MAY, JULY]) == [(MAY, june), (june, JULY)]
    assert clashes([MAY, JULY], weeks=9) == [(MAY, JULY)]


def test_other_states_do_not_clash() -> None:
    assert clashes([MAY, Stay("X-BE", "CTED", MAY.starts, MAY.ends)]) == []
