"""The thresholds are read whole, and are of a sensible order."""

from __future__ import annotations

from gatehouse.screening.criteria.thresholds import thresholds


def test_they_are_all_there_and_in_order() -> None:
    limits = thresholds()
    assert 0 < limits.report_age_days_max < limits.review_days_max < limits.sunset_days_max
    assert 0 < limits.hits_min < limits.known_min < limits.travellers_min
    assert 0 < limits.strength_min < 1 < limits.ratio_min
    assert 1 / 5_000 < limits.p_value_max < 0.05, "the permutations can reach it"
    assert list(limits.age_bands) == sorted(set(limits.age_bands))
