"""Counts by day and trait."""

from __future__ import annotations

import pytest

from gatehouse.screening.intake import removals
from gatehouse.screening.intake.models import RemovalCount

pytestmark = pytest.mark.usefixtures("database")


def test_counts_of_a_day_add_up() -> None:
    removals.count({"belief": 2, "health": 1})
    removals.count({"belief": 3})
    removals.count({})
    assert removals.by_trait() == {"belief": 5, "health": 1}
    assert RemovalCount.objects.count() == 2
