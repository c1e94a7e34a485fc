"""The strongest reasons in one line each."""

from __future__ import annotations

from gatehouse.cli.reasons import REASONS_SHOWN, alias, strongest
from gatehouse.terms.candidate import Reason


def _reason(feature: str, weight: float, entry: str | None = "B", outcome: str = "same") -> Reason:
    return Reason(feature, "A", entry, outcome, weight, "as stated")


def test_the_strongest_come_first_whichever_way_they_speak() -> None:
    told = strongest([_reason("sex", 0.2), _reason("birth-date", -6.5, outcome="different"), _reason("name", 5.0)])
    assert told == ["birth-date: different, as stated", "name: same, as stated", "sex: same, as stated"]


def test_what_one_side_lacks_is_not_told() -> None:
    assert strongest([_reason("sex", 0.0, outcome="missing"), _reason("starting-point", -5.0, entry=None)]) == []


def test_no_more_than_fit_a_table() -> None:
    assert len(strongest([_reason(str(i), float(i)) for i in range(9)])) == REASONS_SHOWN


def test_the_alias_that_was_compared_is_told_and_the_shown_name_is_not_told_twice() -> None:
    reasons = [_reason("birth-date", 4.0), _reason("name", 5.0, entry="Abu Fulan")]
    assert alias(reasons, "Yousef Karim") == "Abu Fulan"
    assert alias(reasons, "Abu Fulan") is None
    assert alias([], "Yousef Karim") is None
